import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { cardText } from '../product/broadcasting.ts';
import { countingQuickly } from '../product/counted.ts';
import { messageAbout, newestTitle } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { faults } from '../simulator/faults.ts';
import { downloaded, goTo, onPage, saved, untilTrue } from './in-the-tab.ts';
import { forgetPictures, takePicture, updateTabPictures } from './journey-pictures.ts';
import { deliveredUntilOver, figuresAre } from './progress-panel.ts';
import { startTabUnderTest, type TabUnderTest, visitors } from './tab-under-test.ts';
import { openWindow, pictureFailure, startBrowser, type TabWindow } from './tab-window.ts';

const title = 'Where should we try the new case file view first?';
const welshTitle = 'Ble ddylem ni roi cynnig gyntaf ar yr olwg newydd o ffeil achos?';
const place = { en: 'Where do you most often read a case file?', cy: 'Ble ydych chi’n darllen ffeil achos amlaf?' };
const places = [
  { en: 'At home', cy: 'Gartref' },
  { en: 'In the office', cy: 'Yn y swyddfa' },
  { en: 'At court', cy: 'Yn y llys' },
];
const why = { en: 'What would help you most?', cy: 'Beth fyddai fwyaf o help i chi?' };

/** With the 14 people of Wessex in the sample they are 200. */
const moreOfWessex = Array.from({ length: 186 }, (_, index) =>
  madeUpPerson(index + 1, { name: `Sam Wessex ${index + 1}`, site: index % 2 === 0 ? 'Portsmouth' : 'Eastleigh' }),
);
const withoutApp = moreOfWessex.slice(0, 5);
const blocking = moreOfWessex.slice(5, 17);
const refused = moreOfWessex.slice(17, 25);
const answering = moreOfWessex.slice(25, 85);
const itemTitle = 'Digital jury bundles';
const everybody = 280;

describe('the way of a prompt through the tab, from a draft to the results', function () {
  this.timeout(120_000);
  let browser: Browser;
  let run: TabUnderTest;
  let lead: TabWindow;
  let broadcastId = '';

  before(async () => {
    [browser, run] = await Promise.all([
      startBrowser(),
      startTabUnderTest({
        people: moreOfWessex,
        withoutApp: withoutApp.map(({ id }) => id),
        config: { tenantPerSecond: 40, resultsEveryMinutes: 1, timing: countingQuickly },
      }),
      forgetPictures(),
    ]);
    lead = await openWindow(browser, run, { person: visitors.lead.id, under: 'teams' });
  });

  after(async function () {
    await browser?.close();
    await run?.close();
    const passed = this.test?.parent?.tests.every(({ state }) => state === 'passed');
    if (passed && process.env.UPDATE_PICTURES === '1') await updateTabPictures();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await pictureFailure(browser, this.currentTest.title);
  });

  it('a lead starts questions of their own, for Wessex and confidential unless they say otherwise', async () => {
    const { tab } = lead;
    await goTo(tab, 'Write a broadcast');
    await tab.getByRole('button', { name: /^Questions of your own/ }).click();
    await onPage(tab, 'Write questions');
    await tab.getByText('200 people. 195 of them can be reached in Teams now.').waitFor();
    assert.ok(await tab.getByLabel(/^Confidential/).isChecked());
    broadcastId = new URL(tab.url()).pathname.split('/').at(-1) ?? '';
    assert.match(broadcastId, /^[0-9A-Z]{26}$/);
  });

  it('writes the text and the questions in English and Welsh, which are saved by themselves', async () => {
    const { tab } = lead;
    await tab.getByLabel('Write it in Welsh too').check();
    await tab.getByLabel('Title in English').fill(title);
    await tab.getByLabel('Title in Welsh').fill(welshTitle);
    await tab.getByLabel('Text in English').fill('You can soon read a digital case file in a new way.');
    await tab.getByLabel('Text in Welsh').fill('Cyn bo hir gallwch ddarllen ffeil achos ddigidol mewn ffordd newydd.');
    await tab.getByRole('button', { name: 'Add a question' }).click();
    await writeChoices(tab.getByRole('region', { name: 'Question 1' }));
    await tab.getByRole('button', { name: 'Add a question' }).click();
    const second = tab.getByRole('region', { name: 'Question 2' });
    await second.getByLabel('Kind of answer to question 2').selectOption('Written answer');
    await second.getByLabel('Question 2 in English').fill(why.en);
    await second.getByLabel('Question 2 in Welsh').fill(why.cy);
    await second.getByLabel('People must answer this question').uncheck();
    await saved(tab);
    const stored = (await run.product.stores.broadcasts.get(broadcastId))?.value;
    assert.deepEqual(stored?.content.title, { en: title, cy: welshTitle });
    assert.deepEqual(stored.audience, { areas: ['wessex'] });
  });

  it('sees the card that staff will get, in Welsh, in the dark and on a phone', async () => {
    const { tab } = lead;
    const preview = tab.getByRole('region', { name: 'As staff will see it' });
    const card = preview.getByRole('group', { name: 'The card' });
    const choose = (name: string) => preview.getByRole('radio', { name, exact: true }).click();
    await card.getByText(place.en).waitFor();
    await choose('Cymraeg');
    await card.getByText(place.cy).waitFor();
    assert.match(await card.innerText(), new RegExp(`${welshTitle.replace('?', '\\?')}[^]*Gartref[^]*Yn y llys`));
    const wide = await widthOf(card);
    await choose('Dark');
    await choose('Phone');
    await untilTrue(
      async () => (await widthOf(card)) < Math.min(wide, 330),
      () => 'a card as narrow as on a phone',
    );
    for (const name of ['English', 'Light', 'Computer']) await choose(name);
    await card.getByText(place.en).waitFor();
    await tab.getByLabel('Title in English').scrollIntoViewIfNeeded();
    await takePicture(lead.page, 'compose');
  });

  it('sends it to themselves first, which nobody else gets', async () => {
    const { tab } = lead;
    await tab.getByRole('button', { name: 'Send to me first' }).click();
    await tab.getByText('It is in your chat with CPS Roadmap now.').waitFor();
    const myself = run.teams.as(visitors.lead.id);
    assert.ok(cardText(myself.user.messages.at(-1)?.card).includes(place.en), newestTitle(myself));
    const other = run.teams.user(answering[0]?.id ?? '');
    assert.ok(!JSON.stringify(other.messages).includes(place.en));
  });

  it('is told when it would really go out at another time, and goes back to now', async () => {
    const { tab } = lead;
    const day = nextTuesday();
    await tab.getByLabel('At a time I choose').check();
    await tab.getByLabel('Day (required)', { exact: true }).fill(day.toString());
    await tab.getByLabel('Time (required)', { exact: true }).fill('10:30');
    const said = day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    await tab.getByText(`The first cards go out at 10:30am on ${said.replace(',', '')}.`).waitFor();
    await tab.getByRole('button', { name: 'Schedule for 200 people' }).waitFor();
    await tab.getByLabel('In the next sending hours').check();
    await tab.getByText('It starts as soon as you confirm.').waitFor();
  });

  it('agrees to a number of people, and it goes out', async () => {
    const { tab } = lead;
    for (const { id } of blocking) run.teams.user(id).blocked = true;
    run.teams.addFaults(...refused.map(({ id }) => ({ fault: faults.status(500), user: id })));
    await tab.getByRole('button', { name: 'Send to 200 people' }).click();
    const dialog = tab.getByRole('alertdialog', { name: 'Send this to 200 people?' });
    await dialog.getByText('5 people do not have CPS Roadmap in Teams yet, so will not get it.').waitFor();
    await dialog.getByRole('button', { name: 'Send to 200 people' }).click();
    await onPage(tab, title);
    assert.ok(tab.url().endsWith(`/broadcasts/${broadcastId}`));
  });

  it('watches it go out to 200 people, who are all accounted for at the end', async () => {
    const { tab } = lead;
    const progress = tab.getByRole('region', { name: 'How far it is' });
    await progress.getByText('of 200 people').waitFor();
    let pictured = false;
    const seen = await deliveredUntilOver(progress, async (delivered) => {
      if (pictured || delivered < 50) return;
      pictured = true;
      await takePicture(lead.page, 'progress');
    });
    assert.ok(seen.size > 2, `The number was seen to move only as ${[...seen].join(', ')}`);
    await figuresAre(progress, { Delivered: '175', 'Could not be reached': '17', Failed: '8' });
    await progress.getByText('12 people have blocked CPS Roadmap').waitFor();
    await progress.getByText('5 people do not have CPS Roadmap in Teams yet').waitFor();
    assert.equal(moreOfWessex.filter(({ id }) => gotIt(id)).length, 186 - 25);
  });

  it('reads who did not get it and why, and has those tried again', async () => {
    const { tab } = lead;
    await tab.getByText('25 people did not get it.').waitFor();
    await tab.getByText(blocking[0]?.name ?? '', { exact: true }).waitFor();
    for (const { id } of blocking) run.teams.user(id).blocked = false;
    run.teams.clearFaults();
    await tab.getByRole('button', { name: 'Try those not reached again' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Try 25 people again' }).click();
    const progress = tab.getByRole('region', { name: 'How far it is' });
    await progress.getByText('Delivered to 195 of 200 people.').waitFor();
    await tab.getByText('5 people did not get it.').waitFor();
    await figuresAre(progress, { Delivered: '195', 'Could not be reached': '5', Failed: '0' });
    for (const { id } of moreOfWessex.slice(5)) {
      assert.equal(copiesOf(id), 1, `${id} has it once`);
    }
  });

  it('downloads the report, with a line for each of the 200', async () => {
    const { page, tab } = lead;
    const file = await downloaded(page, () => tab.getByRole('button', { name: 'Download the report' }).click());
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    assert.equal(lines.length, 1 + 200);
  });

  it('sees results appear once enough of 60 answers are counted, and no single one before', async () => {
    const { tab } = lead;
    await tab.getByRole('link', { name: 'See results' }).click();
    await tab.getByRole('heading', { name: 'Too few people have answered' }).waitFor();
    for (const [index, { id }] of answering.entries()) {
      const actor = run.teams.as(id);
      const inputs = {
        q1: optionOf(index),
        ...(index % 4 === 0 ? { q2: `A larger screen, please. ${index}` } : {}),
      };
      await actor.executes(messageAbout(actor, broadcastId), 'prompt.answer', inputs);
    }
    const counted = async () =>
      (await run.product.stores.results.snapshots.get(broadcastId))?.value.movedAt !== undefined;
    await untilTrue(counted, () => 'the answers to be counted', 90_000);
    await goTo(tab, 'Results');
    await tab.getByRole('link', { name: title }).click();
    await tab.getByRole('heading', { name: place.en }).waitFor();
    await tab.getByRole('heading', { level: 2, name: 'Wessex' }).waitFor();
    const first = tab.getByRole('region', { name: place.en });
    for (const each of places) await first.getByText(each.en).first().waitFor();
    // Charts come after the page.
    await first.locator('[inert] rect').first().waitFor();
    await takePicture(lead.page, 'results');
  });

  it('exports the results as a table and as a workbook', async () => {
    const { page, tab } = lead;
    for (const [name, ending] of [
      ['Plain table (.csv)', '.csv'],
      [/\.xlsx/, '.xlsx'],
    ] as const) {
      await tab.getByRole('button', { name: 'Download' }).click();
      const file = await downloaded(page, () => tab.getByRole('menuitem', { name }).click());
      assert.ok(file.suggestedFilename().endsWith(ending));
      assert.ok((await readFile(await file.path())).length > 200);
    }
  });

  it('finds on Home who was not reached and how many answer', async () => {
    const { tab } = lead;
    await goTo(tab, 'Home');
    await onPage(tab, 'What needs you now');
    await tab.getByRole('link', { name: title }).first().waitFor();
    await tab.getByText('5 people did not get it.').waitFor();
    await tab.getByRole('heading', { name: 'How many answer' }).waitFor();
    await takePicture(lead.page, 'home');
    assert.deepEqual(lead.complaints, []);
  });

  describe('the roadmap owner', () => {
    let owner: TabWindow;

    before(async () => {
      owner = await openWindow(browser, run, { person: visitors.owner.id, path: 'roadmap' });
    });

    it('changes how sure we are of an item, and the change stands in its history', async () => {
      const { tab } = owner;
      await tab.getByRole('link', { name: itemTitle }).waitFor();
      await takePicture(owner.page, 'roadmap');
      await tab.getByRole('link', { name: itemTitle }).click();
      await onPage(tab, itemTitle);
      await tab.getByRole('link', { name: 'Edit' }).click();
      await onPage(tab, 'Edit a roadmap item');
      await tab.getByLabel('Taking shape').check();
      await tab.getByRole('button', { name: 'Save for everybody' }).click();
      await onPage(tab, itemTitle);
      await tab.getByText('How sure we are: from “Early thinking” to “Taking shape”').waitFor();
    });

    it('writes an update about it to everybody, and it reaches them', async () => {
      const { tab } = owner;
      await tab.getByRole('link', { name: 'Write about it' }).click();
      await onPage(tab, 'Write a broadcast');
      await tab.getByRole('button', { name: /^An update/ }).click();
      await onPage(tab, 'Write an update');
      await tab.getByLabel('Everybody: all areas and units').check();
      await tab.getByText(`${everybody} people.`).waitFor();
      await tab.getByLabel('Title in English').fill('Digital jury bundles take shape');
      await tab.getByLabel('Title in Welsh').fill('Bwndeli rheithgor digidol yn ymffurfio');
      await tab.getByLabel('Text in English').fill('We now know how juries will read them.');
      await tab.getByLabel('Text in Welsh').fill('Rydym yn gwybod nawr sut y bydd rheithgorau yn eu darllen.');
      await tab.getByRole('button', { name: `Send to ${everybody} people` }).click();
      await tab
        .getByRole('alertdialog')
        .getByRole('button', { name: `Send to ${everybody} people` })
        .click();
      await onPage(tab, 'Digital jury bundles take shape');
      const progress = tab.getByRole('region', { name: 'How far it is' });
      await progress.getByText(`Delivered to ${everybody - 5} of ${everybody} people.`).waitFor();
      const card = run.teams.user(visitors.welshStaff.id).messages.at(-1)?.card;
      assert.match(cardText(card), /Bwndeli rheithgor digidol yn ymffurfio/);
      assert.deepEqual(owner.complaints, []);
    });
  });

  it('a person without rights reads the roadmap, and is told who writes and sees results', async () => {
    const staff = await openWindow(browser, run, { person: visitors.staff.id, path: `results/${broadcastId}` });
    await staff.tab.getByRole('heading', { name: 'This page is for area leads' }).waitFor();
    await staff.tab.getByRole('link', { name: 'Go to the roadmap' }).click();
    await staff.tab.getByRole('link', { name: itemTitle }).click();
    await onPage(staff.tab, itemTitle);
    assert.equal(await staff.tab.getByRole('link', { name: 'Edit' }).count(), 0);
    assert.deepEqual(staff.complaints, []);
  });

  async function writeChoices(question: Locator): Promise<void> {
    await question.getByLabel('Question 1 in English').fill(place.en);
    await question.getByLabel('Question 1 in Welsh').fill(place.cy);
    await question.getByRole('button', { name: 'Add a choice' }).click();
    for (const [index, { en, cy }] of places.entries()) {
      await question.getByLabel(`Choice ${index + 1} in English`).fill(en);
      await question.getByLabel(`Choice ${index + 1} in Welsh`).fill(cy);
    }
  }

  function copiesOf(id: string): number {
    return run.teams.user(id).messages.filter(({ versions }) => JSON.stringify(versions[0]).includes(broadcastId))
      .length;
  }

  function gotIt(id: string): boolean {
    return copiesOf(id) > 0;
  }
});

/** Of ten people two choose the first, five the second and three the third. */
function optionOf(index: number): string {
  if (index % 10 < 2) return 'o1';
  return index % 10 < 7 ? 'o2' : 'o3';
}

/** A Tuesday that has not begun, in London. */
function nextTuesday(): Temporal.PlainDate {
  const today = Temporal.Now.plainDateISO('Europe/London');
  return today.add({ days: 9 - today.dayOfWeek });
}

async function widthOf(card: Locator): Promise<number> {
  return (await card.boundingBox())?.width ?? 0;
}
