import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { ApiAnswers } from './api-answers.ts';
import { tenQuestionPrompt, wholeUpdate } from './compose-drafts.ts';
import { authors, type ComposeUnderTest, startComposeUnderTest } from './compose-under-test.ts';
import { tabTests } from './tab-tests.ts';

const { lead } = authors;
const title = (frame: Frame) => frame.getByLabel('Title in English (required)');
const saved = (frame: Frame) => frame.getByText('Saved', { exact: true }).waitFor();
const unsaved = (frame: Frame) => frame.getByText('No connection. Kept on this device.').first().waitFor();

/** What the API answers while there is a connection. */
function whileConnected(connection: { lost: boolean }, answers: ApiAnswers): ApiAnswers {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (call: Parameters<typeof answer>[0]) => (connection.lost ? { lost: true } : answer(call)),
    ]),
  ) as ApiAnswers;
}

/** The tab once the page of Teams was loaded anew. */
async function reload(page: Page): Promise<Frame> {
  await page.reload();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  assert.ok(frame !== null);
  await frame.locator('h1').first().waitFor();
  return frame;
}

describe('a draft in the tab', () => {
  const tests = tabTests();
  let run: ComposeUnderTest;

  before(async () => {
    run = await startComposeUnderTest();
  });

  after(() => run.close());

  const write = async (draft = wholeUpdate, connection = { lost: false }) => {
    const { id } = await run.start(lead, draft);
    const open = () =>
      tests.open({ path: `compose/${id}`, answers: whileConnected(connection, run.answersFor(lead)), stores: true });
    return { id, open, connection, ...(await open()) };
  };
  const titleOf = async (id: string) => (await run.read(lead, id)).title.en;

  describe('saves itself', () => {
    it('a moment after the last key', async () => {
      const { frame, id } = await write();
      await title(frame).fill('Written in the tab');
      await frame.getByText('Not saved yet').waitFor();
      await saved(frame);
      assert.equal(await titleOf(id), 'Written in the tab');
    });

    it('when the author goes elsewhere', async () => {
      const { frame, id } = await write();
      await title(frame).fill('Left at once');
      await frame.getByRole('link', { name: 'Home' }).click();
      await frame.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
      await frame.getByRole('link', { name: 'Left at once' }).or(frame.getByText('Left at once')).first().waitFor();
      assert.equal(await titleOf(id), 'Left at once');
    });

    it('is read anew when somebody comes back to it', async () => {
      const { page, frame, id } = await write();
      await frame.getByRole('link', { name: 'Help' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
      await frame.evaluate(() => history.back());
      await title(frame).waitFor();
      assert.equal(await title(frame).inputValue(), await titleOf(id));
      assert.ok(page.url() !== '');
    });
  });

  describe('loses no text with the connection', () => {
    it('but keeps it, and saves it when the connection is back', async () => {
      const { page, frame, id, connection } = await write();
      await frame.getByRole('group', { name: 'The card' }).waitFor();
      connection.lost = true;
      await page.context().setOffline(true);
      await title(frame).fill('Written on the train');
      await frame.getByText('You are offline').waitFor();
      await unsaved(frame);
      await frame.getByText('No connection, so the card may be older than your text.').waitFor();
      assert.equal(await titleOf(id), 'Digital jury bundles: the first trial starts in March');
      connection.lost = false;
      await page.context().setOffline(false);
      await saved(frame);
      assert.equal(await titleOf(id), 'Written on the train');
    });

    it('and gives it back after the page was closed', async () => {
      const { page, frame, id, connection } = await write();
      await title(frame).waitFor();
      connection.lost = true;
      await title(frame).fill('Closed before it was saved');
      await unsaved(frame);
      connection.lost = false;
      const next = await reload(page);
      await next.getByText('Your text is back').waitFor();
      assert.equal(await title(next).inputValue(), 'Closed before it was saved');
      await saved(next);
      assert.equal(await titleOf(id), 'Closed before it was saved');
      await next.getByRole('button', { name: 'Undo', exact: true }).click();
      assert.equal(await title(next).inputValue(), 'Digital jury bundles: the first trial starts in March');
    });

    it('and asks before the page is closed where the browser lets it store nothing', async () => {
      const { id } = await run.start(lead, wholeUpdate);
      const answers = { ...run.answersFor(lead), saveDraft: () => ({ lost: true as const }) };
      const { page, frame } = await tests.open({ path: `compose/${id}`, answers });
      await title(frame).click();
      await title(frame).fill('Nowhere but on this page');
      await frame.getByText('No connection. Keep this page open.').first().waitFor();
      const asked = page.waitForEvent('dialog');
      const reloading = page.reload();
      const dialog = await asked;
      assert.equal(dialog.type(), 'beforeunload');
      await dialog.accept();
      await reloading;
    });

    it('and sends nothing meanwhile, but says so', async () => {
      const { frame, id, connection } = await write();
      await frame.getByRole('button', { name: /^Schedule for/ }).waitFor();
      connection.lost = true;
      await title(frame).fill('Not yet saved');
      await frame.getByRole('button', { name: /^Schedule for/ }).click();
      await frame.getByText('Your last changes are not saved yet').waitFor();
      assert.equal(await frame.getByRole('alertdialog').count(), 0);
      connection.lost = false;
      await saved(frame);
      await frame.getByText('Your last changes are not saved yet').waitFor({ state: 'detached' });
      assert.equal(await titleOf(id), 'Not yet saved');
    });
  });

  describe('that two people write', () => {
    const conflict = async () => {
      const mine = await write();
      const theirs = await mine.open();
      await title(theirs.frame).fill('Written there');
      await saved(theirs.frame);
      await title(mine.frame).fill('Written here');
      await mine.frame.getByText('This draft was changed somewhere else').waitFor();
      assert.equal(await titleOf(mine.id), 'Written there');
      assert.equal(await title(mine.frame).inputValue(), 'Written here');
      return mine;
    };

    it('is not overwritten, and one may keep one’s own', async () => {
      const { frame, id } = await conflict();
      await frame.getByRole('button', { name: 'Keep mine' }).click();
      await saved(frame);
      assert.equal(await titleOf(id), 'Written here');
      await frame.getByRole('button', { name: /^Undo/ }).click();
      assert.equal(await title(frame).inputValue(), 'Written there');
    });

    it('may be looked at, and taken, in the version of the other one', async () => {
      const { frame, id } = await conflict();
      await frame.getByRole('button', { name: 'See the other one' }).click();
      const dialog = frame.getByRole('dialog', { name: 'The other version' });
      await dialog.getByText('Written there').waitFor();
      await dialog.getByText('For: Wessex').waitFor();
      await dialog.getByRole('button', { name: 'Take the other one' }).click();
      await saved(frame);
      assert.equal(await title(frame).inputValue(), 'Written there');
      await frame.getByRole('button', { name: /^Undo/ }).click();
      assert.equal(await title(frame).inputValue(), 'Written here');
      await saved(frame);
      assert.equal(await titleOf(id), 'Written here');
    });

    it('is shown anew to somebody who comes back to the window', async () => {
      const mine = await write();
      const theirs = await mine.open();
      await title(theirs.frame).fill('Written there');
      await saved(theirs.frame);
      await mine.frame.evaluate(() => window.dispatchEvent(new Event('focus')));
      await mine.frame.getByText('This draft was changed somewhere else').waitFor();
      assert.equal(await title(mine.frame).inputValue(), 'Written there');
    });
  });

  describe('goes back', () => {
    it('and forward over what was written, by buttons', async () => {
      const { frame, id } = await write();
      await title(frame).fill('First');
      await frame.getByLabel('Text in English (required)').fill('Second');
      await frame.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
      await frame.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
      assert.equal(await title(frame).inputValue(), 'Digital jury bundles: the first trial starts in March');
      await frame.getByRole('button', { name: 'Redo (Ctrl+Y)' }).click();
      assert.equal(await title(frame).inputValue(), 'First');
      await saved(frame);
      assert.equal(await titleOf(id), 'First');
    });

    it('by keys outside the fields, and letter by letter within one', async () => {
      const { page, frame } = await write();
      await frame.getByRole('switch', { name: 'Write it in Welsh too' }).waitFor();
      await title(frame).fill('Before');
      await title(frame).press('End');
      await page.keyboard.type(' and after');
      await page.keyboard.press('Control+z');
      assert.notEqual(await title(frame).inputValue(), 'Before and after');
      assert.match(await title(frame).inputValue(), /^Before/);
      await frame.getByRole('button', { name: 'Discard' }).focus();
      await page.keyboard.press('Control+z');
      assert.equal(await title(frame).inputValue(), 'Digital jury bundles: the first trial starts in March');
      await page.keyboard.press('Control+y');
      assert.match(await title(frame).inputValue(), /^Before/);
    });

    it('over a question that was removed', async () => {
      const { frame } = await write(tenQuestionPrompt);
      const heads = frame.getByRole('region', { name: 'Questions' }).getByRole('heading', { level: 3 });
      const before = await heads.allInnerTexts();
      await frame.getByRole('button', { name: 'Remove question 3' }).click();
      await frame.getByText('Question 3 was removed.').waitFor();
      await frame.waitForFunction(() => document.activeElement?.id === 'question-removed');
      assert.equal(await heads.count(), 9);
      await frame.getByRole('button', { name: 'Undo', exact: true }).click();
      assert.deepEqual(await heads.allInnerTexts(), before);
      await frame.waitForFunction(() => document.activeElement?.id === 'q3-head');
      await frame.getByRole('button', { name: 'Remove question 10' }).click();
      await frame.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
      assert.deepEqual(await heads.allInnerTexts(), before);
    });
  });
});
