import assert from 'node:assert/strict';
import type { Browser, Frame } from 'playwright-core';
import welshCards from '../../src/cards/text/cy.json' with { type: 'json' };
import welsh from '../../src/tab/text/cy.json' with { type: 'json' };
import { cardText } from '../product/broadcasting.ts';
import { tooWide } from './accessibility.ts';
import { saved, takenToPage } from './in-the-tab.ts';
import { tabAndEnter, tabAndType, tabTo } from './keyboard.ts';
import { startTabUnderTest, type TabUnderTest, visitors } from './tab-under-test.ts';
import { openWindow, pictureFailure, startBrowser } from './tab-window.ts';

describe('writing and sending in the tab', function () {
  this.timeout(120_000);
  let browser: Browser;
  let run: TabUnderTest;

  before(async () => {
    [browser, run] = await Promise.all([startBrowser(), startTabUnderTest()]);
  });

  after(async () => {
    await browser?.close();
    await run?.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await pictureFailure(browser, this.currentTest.title);
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  it('is done with the keyboard alone, from Home to the end of sending', async () => {
    const { page, tab, complaints } = await openWindow(browser, run, { person: visitors.lead.id });
    await tabAndEnter(page, tab.getByRole('navigation').getByRole('link', { name: 'Write a broadcast' }));
    await takenToPage(tab, 'Write a broadcast');
    await tabAndEnter(page, tab.getByRole('button', { name: /^Questions of your own/ }));
    await takenToPage(tab, 'Write questions');
    await tabAndType(page, tab.getByLabel('Title in English'), 'How clear is the roadmap?');
    await tabAndType(page, tab.getByLabel('Text in English'), 'Tell us in one minute.');

    await tabAndEnter(page, tab.getByRole('button', { name: 'Add a question' }));
    const question = tab.getByLabel('Question 1 in English');
    await tabAndType(page, question, 'How clear is it to you?');
    const kind = tab.getByLabel('Kind of answer to question 1');
    await tabTo(page, kind);
    await page.keyboard.type('Scale');
    assert.equal(await kind.inputValue(), 'scale');
    await tabAndType(page, tab.getByLabel('What 1 means, in English'), 'Not clear');
    await tabAndType(page, tab.getByLabel('What 5 means, in English'), 'Clear');
    await tabTo(page, tab.getByLabel(/^Confidential/));
    await page.keyboard.press('ArrowUp');
    assert.ok(await tab.getByLabel(/^Named/).isChecked());

    const send = tab.getByRole('button', { name: 'Send to 14 people' });
    await tabAndEnter(page, send);
    const dialog = tab.getByRole('alertdialog', { name: 'Send this to 14 people?' });
    await dialog.waitFor();
    assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement)), 'the dialog has the focus');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.waitForFunction(() => document.activeElement?.textContent === 'Send to 14 people');
    await page.keyboard.press('Enter');
    await tabAndEnter(page, dialog.getByRole('button', { name: 'Send to 14 people' }));

    await takenToPage(tab, 'How clear is the roadmap?');
    await tab.getByText('Delivered to 14 of 14 people.').waitFor();
    await tabTo(page, tab.getByRole('link', { name: 'See results' }));
    const card = run.teams.user(visitors.staff.id).messages.at(-1)?.card;
    assert.match(cardText(card), /How clear is it to you\?/);
    assert.deepEqual(complaints, []);
  });

  it('is done in Welsh on a phone, where nothing is too wide', async () => {
    const { tab, complaints } = await openWindow(browser, run, {
      person: visitors.welshLead.id,
      width: 360,
      height: 740,
    });
    // Behind a dialog there is no scrollbar, so there is room to spare.
    const fits = async () => assert.ok((await tooWide(tab)) <= 0, `${tab.url()} is too wide`);
    const { nav, compose } = welsh;
    const { composeForm } = welshCards;
    await tab.getByRole('button', { name: nav.menu }).click();
    await fits();
    await tab.getByRole('navigation').getByRole('link', { name: nav.compose, exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: nav.compose }).waitFor();
    await fits();
    await tab.getByRole('button', { name: compose.start.update.name }).click();
    await tab.getByRole('heading', { level: 1, name: compose.title.update }).waitFor();
    await tab.getByLabel(composeForm.titleEn).fill('The new case file view');
    await tab.getByLabel(composeForm.titleCy).fill('Yr olwg newydd o ffeil achos');
    await tab.getByLabel(composeForm.bodyEn).fill('You can use it from Monday.');
    await tab.getByLabel(composeForm.bodyCy).fill('Gallwch ei defnyddio o ddydd Llun ymlaen.');
    await fits();
    await tab.getByRole('tab', { name: compose.tab.preview }).click();
    await tab.getByRole('heading', { name: 'Yr olwg newydd o ffeil achos' }).waitFor();
    await fits();
    await tab.getByRole('tab', { name: compose.tab.form }).click();
    await tab.getByRole('button', { name: 'Anfon at 14 o bobl' }).click();
    const dialog = tab.getByRole('alertdialog', { name: 'Anfon hwn at 14 o bobl?' });
    await dialog.waitFor();
    await fits();
    await dialog.getByRole('button', { name: 'Anfon at 14 o bobl' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Yr olwg newydd o ffeil achos' }).waitFor();
    await tab.getByText('Wedi cyrraedd 14 o blith 14 o bobl.').waitFor();
    await fits();
    assert.match(cardText(run.teams.user(visitors.welshStaff.id).messages.at(-1)?.card), /o ddydd Llun ymlaen/);
    assert.deepEqual(complaints, []);
  });

  it('loses nothing when the same draft is written in two windows', async () => {
    const person = visitors.lead.id;
    const first = await openWindow(browser, run, { person, path: 'compose' });
    await first.tab.getByRole('button', { name: /^An update/ }).click();
    await takenToPage(first.tab, 'Write an update');
    await first.tab.getByLabel('Title in English').fill('Quick help with backlogs');
    await saved(first.tab);
    const draft = new URL(first.tab.url()).pathname.replace('/tab/', '');
    const second = await openWindow(browser, run, { person, path: draft });
    await first.tab.getByLabel('Text in English').fill('Written in the first window.');
    await saved(first.tab);

    await second.tab.getByLabel('Text in English').fill('Written in the second window.');
    await second.tab.getByText('This draft was changed somewhere else').waitFor();
    assert.equal(await textIn(second.tab), 'Written in the second window.');
    assert.equal(await storedText(draft), 'Written in the first window.');

    await second.tab.getByRole('button', { name: 'See the other one' }).click();
    const other = second.tab.getByRole('dialog', { name: 'The other version' });
    await other.getByText('Written in the first window.').waitFor();
    await other.getByRole('button', { name: 'Take the other one' }).click();
    await other.waitFor({ state: 'detached' });
    assert.equal(await textIn(second.tab), 'Written in the first window.');
    await second.tab.getByRole('button', { name: 'Undo' }).first().click();
    assert.equal(await textIn(second.tab), 'Written in the second window.');
    await saved(second.tab);
    assert.equal(await storedText(draft), 'Written in the second window.');

    await first.tab.getByLabel('Title in English').fill('Help with backlogs');
    await first.tab.getByText('This draft was changed somewhere else').waitFor();
    await first.tab.getByRole('button', { name: 'Keep mine' }).click();
    await saved(first.tab);
    assert.equal(await storedText(draft), 'Written in the first window.');
    assert.deepEqual([...first.complaints, ...second.complaints], []);
  });

  async function storedText(draft: string): Promise<string | undefined> {
    return (await run.product.stores.broadcasts.get(draft.replace('compose/', '')))?.value.content.body.en;
  }
});

async function textIn(tab: Frame): Promise<string> {
  return tab.getByLabel('Text in English').inputValue();
}
