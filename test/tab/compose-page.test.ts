import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { emptyUpdate, tenQuestionPrompt, wholeUpdate } from './compose-drafts.ts';
import { authors, type ComposeUnderTest, startComposeUnderTest } from './compose-under-test.ts';
import { tabTests } from './tab-tests.ts';

/** The card in the preview. */
const cardIn = (frame: Frame) => frame.getByRole('group', { name: 'The card' });
const saved = (frame: Frame) => frame.getByText('Saved', { exact: true }).waitFor();

describe('writing a broadcast in the tab', () => {
  const tests = tabTests();
  let run: ComposeUnderTest;

  before(async () => {
    run = await startComposeUnderTest();
  });

  after(() => run.close());

  const write = async (
    draft = wholeUpdate,
    author = authors.lead,
    wanted: { width?: number; height?: number } = {},
  ) => {
    const { id } = await run.start(author, draft);
    const answers = run.answersFor(author);
    const tab = await tests.open({ path: `compose/${id}`, answers, language: author.language, ...wanted });
    return { ...tab, id, author };
  };

  describe('begins', () => {
    it('with an update, questions of one’s own or a template, about a roadmap item', async () => {
      const { frame } = await tests.open({ path: 'compose', answers: run.answersFor(authors.lead) });
      await frame.getByLabel('Which roadmap item is it about?').selectOption({ label: 'Digital jury bundles' });
      const starts = frame.getByRole('list', { name: 'What do you want to send?' }).getByRole('button');
      await starts.nth(5).waitFor();
      assert.equal(await starts.count(), 6);
      await frame.getByRole('button', { name: /^Hybrid working: a quick check/ }).click();
      await frame.getByRole('heading', { level: 1, name: 'Write questions' }).waitFor();
      assert.equal(await frame.getByLabel('Title in English').inputValue(), 'How is hybrid working for you?');
      assert.equal(await frame.getByLabel('Title in Welsh').inputValue(), 'Sut mae gweithio hybrid yn mynd i chi?');
      assert.equal(await frame.getByLabel('Which roadmap item').inputValue(), 'digital-jury-bundles');
      const draft = await run.read(authors.lead, frame.url().split('/').at(-1) ?? '');
      assert.equal(draft.content.kind === 'prompt' && draft.content.template, 'hybrid-working');
      assert.deepEqual(draft.audience, { areas: ['wessex'] });
    });

    it('with nothing yet when that is what somebody wants', async () => {
      const { frame } = await tests.open({ path: 'compose', answers: run.answersFor(authors.lead) });
      await frame.getByRole('button', { name: /^Questions of your own/ }).click();
      await frame.getByText('There are no questions yet.').waitFor();
    });

    it('nowhere when the draft is one no more', async () => {
      const { id, etag } = await run.start(authors.lead, wholeUpdate);
      const people = await peopleOf(id);
      await run.api.call(
        authors.lead.id,
        'POST',
        `/api/broadcasts/${id}/confirm`,
        { etag, people },
        { 'idempotency-key': 'confirmed-by-hand' },
      );
      const { frame } = await tests.open({ path: `compose/${id}`, answers: run.answersFor(authors.lead) });
      await frame.getByRole('heading', { level: 1, name: 'Digital jury bundles' }).waitFor();
      assert.match(frame.url(), /\/broadcasts\//);
    });
  });

  describe('shows the real card beside the text', () => {
    it('as it is written', async () => {
      const { frame } = await write();
      await cardIn(frame).getByText('Digital jury bundles: the first trial starts in March').waitFor();
      const [form, card] = await Promise.all([
        frame.getByLabel('Title in English').boundingBox(),
        cardIn(frame).boundingBox(),
      ]);
      assert.ok(form !== null && card !== null && form.x + form.width < card.x, 'side by side');
      await frame.getByLabel('Title in English').fill('Something else altogether');
      await cardIn(frame).getByText('Something else altogether').waitFor();
      await cardIn(frame).getByText('From the area lead for Wessex').waitFor();
    });

    it('in both languages', async () => {
      const { frame } = await write();
      await frame.getByRole('radio', { name: 'Cymraeg' }).click();
      await cardIn(frame).getByText('Bwndeli rheithgor digidol').waitFor();
      assert.equal(await cardIn(frame).getAttribute('lang'), 'cy');
    });

    it('in light, dark and high contrast, whatever the theme of Teams is', async () => {
      const { frame } = await write();
      const card = cardIn(frame).locator('.ac-adaptiveCard');
      const colour = () => card.evaluate((element) => getComputedStyle(element).backgroundColor);
      await card.waitFor();
      assert.equal(await colour(), 'rgb(255, 255, 255)');
      for (const [name, expected] of [
        ['Dark', 'rgb(41, 41, 41)'],
        ['High contrast', 'rgb(0, 0, 0)'],
      ] as const) {
        await frame.getByRole('radio', { name }).click();
        await frame.waitForFunction(
          (wanted) =>
            getComputedStyle(document.querySelector('.ac-adaptiveCard') ?? document.body).backgroundColor === wanted,
          expected,
        );
      }
    });

    it('as wide as on a computer and on a phone', async () => {
      const { frame } = await write();
      await cardIn(frame).waitFor();
      const wide = (await cardIn(frame).boundingBox())?.width ?? 0;
      await frame.getByRole('radio', { name: 'Phone' }).click();
      const narrow = (await cardIn(frame).boundingBox())?.width ?? 0;
      assert.ok(narrow < wide && narrow <= 328, `${narrow} of ${wide}`);
    });

    it('by the arrow keys, with one stop of the Tab key', async () => {
      const { page, frame } = await write();
      await frame.getByRole('radio', { name: 'English' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await frame.getByRole('radio', { name: 'Cymraeg', checked: true }).waitFor();
    });

    it('in a page of its own where there is little room', async () => {
      const { frame } = await write(wholeUpdate, authors.lead, { width: 320 });
      await frame.getByRole('tab', { name: 'Preview' }).click();
      await cardIn(frame).getByText('Digital jury bundles: the first trial').waitFor();
      assert.equal(await frame.getByLabel('Title in English').isVisible(), false);
      await frame.getByRole('tab', { name: 'Write' }).click();
      assert.equal(await frame.getByLabel('Title in English').isVisible(), true);
    });
  });

  describe('counts whom it is for', () => {
    it('anew with every change, with those who can be reached', async () => {
      const { frame } = await write(wholeUpdate, authors.owner);
      const section = frame.getByRole('region', { name: 'Who is it for?' });
      const status = section.getByRole('status');
      await status.getByText(await countOf(['wessex'])).waitFor();
      await section.getByRole('checkbox', { name: 'South East' }).check();
      await status.getByText(await countOf(['south-east', 'wessex'])).waitFor();
      await section.getByRole('radio', { name: 'Everybody' }).check();
      await status.getByText(await countOf('all')).waitFor();
      await section.getByRole('radio', { name: 'People of some areas' }).check();
      await status.getByText('0 people.').waitFor();
      await saved(frame);
    });

    it('and says beforehand that the roadmap owner must approve what is for more than the own area', async () => {
      const { frame, id } = await write();
      const section = frame.getByRole('region', { name: 'Who is it for?' });
      await section.getByText(await countOf(['wessex'])).waitFor();
      assert.equal(await section.getByText('roadmap owner’s approval').count(), 0);
      await section.getByRole('radio', { name: 'Other areas too (needs approval)' }).check();
      await section.getByRole('checkbox', { name: 'South East' }).check();
      await section.getByRole('status').getByText('it needs the roadmap owner’s approval before it goes out').waitFor();
      await saved(frame);
      const button = frame.getByRole('button', { name: /^Ask to send to \d+ people$/ });
      await button.click();
      const dialog = frame.getByRole('alertdialog');
      await dialog.getByText('the roadmap owner must approve it first').waitFor();
      const people = await peopleOf(id);
      await dialog.getByRole('heading', { name: `Ask for approval to send this to ${people} people?` }).waitFor();
      await dialog.getByRole('button', { name: `Ask to send to ${people} people` }).click();
      await frame.getByText('Waiting for approval').first().waitFor();
      assert.equal((await run.read(authors.lead, id)).state, 'awaiting-approval');
    });

    it('and goes back to the own area alone', async () => {
      const { frame } = await write({ ...wholeUpdate, audience: { areas: ['south-east', 'wessex'] } });
      await frame.getByRole('radio', { name: 'Wessex', exact: true }).check();
      await frame.getByText(await countOf(['wessex'])).waitFor();
    });
  });

  describe('advises, and never blocks', () => {
    it('on sentences of more than 25 words', async () => {
      const { frame } = await write();
      const long = `Word ${'word '.repeat(24)}word.`;
      await frame.getByLabel('Text in English').fill(`This is short. ${long}`);
      await frame
        .getByText('The sentence that starts “Word word word word word” has 26 words. Up to 25 are easier to read.')
        .waitFor();
      await frame.getByRole('button', { name: /^Schedule for|^Send to \d/ }).click();
      await frame.getByRole('alertdialog').waitFor();
    });

    it('on missing Welsh where Welsh is written', async () => {
      const { frame } = await write();
      await frame.getByLabel('Title in Welsh').fill('');
      await frame.getByText('This is not in Welsh yet.').waitFor();
      await frame.getByRole('switch', { name: 'Write it in Welsh too' }).uncheck();
      await frame.getByLabel('Title in Welsh').waitFor({ state: 'detached' });
      assert.equal(await frame.getByText('This is not in Welsh yet.').count(), 0);
    });
  });

  describe('is tried and sent', () => {
    it('to the author first', async () => {
      const { frame } = await write();
      await frame.getByRole('button', { name: 'Send to me first' }).click();
      await frame.getByText('It is in your chat with CPS Roadmap now.').waitFor();
    });

    it('not to an author whom cards do not reach', async () => {
      const { frame } = await write(wholeUpdate, authors.leadOfTwo);
      await frame.getByText('To send it to yourself first, add CPS Roadmap in Teams.').waitFor();
      const button = frame.getByRole('button', { name: 'Send to me first' });
      assert.equal(await button.getAttribute('aria-disabled'), 'true');
    });

    it('at a time that the author chooses, once the real time is known', async () => {
      const { frame, id } = await write();
      const section = frame.getByRole('region', { name: 'When it goes out' });
      await section.getByText('The first cards go out at').waitFor();
      await section.getByRole('radio', { name: 'At a time I choose' }).check();
      await section.getByText('Choose a day and a time.').waitFor();
      await section.getByLabel('Day (required)').fill('2027-01-12');
      await section.getByLabel('Time (required)').fill('14:30');
      await section.getByText('The first cards go out at 2:30pm on Tuesday 12 January 2027.').waitFor();
      assert.deepEqual((await run.read(authors.lead, id)).wish, { kind: 'at', date: '2027-01-12', time: '14:30' });
      await frame.getByRole('button', { name: /^Schedule for/ }).click();
      await frame.getByRole('alertdialog').getByText('2:30pm on Tuesday 12 January 2027').waitFor();
    });

    it('not at a time at which nothing is sent', async () => {
      const { frame } = await write();
      const section = frame.getByRole('region', { name: 'When it goes out' });
      await section.getByRole('radio', { name: 'At a time I choose' }).check();
      await section.getByLabel('Day (required)').fill('2020-01-14');
      await section.getByText('Choose another time', { exact: false }).waitFor();
      await section.getByRole('radio', { name: 'In the next sending hours' }).check();
      await section.getByText('The first cards go out at').waitFor();
    });

    it('at once by the roadmap owner, with a reason', async () => {
      const { frame, id } = await write(wholeUpdate, authors.owner);
      const section = frame.getByRole('region', { name: 'When it goes out' });
      await section.getByRole('radio', { name: 'At once, because it is urgent' }).check();
      await section.getByLabel('Why can it not wait? (required)').fill('The system is down.');
      await section.getByText('Urgent: it does not wait').waitFor();
      const { wish } = await run.read(authors.owner, id);
      assert.deepEqual(wish, { kind: 'urgent', because: 'The system is down.' });
    });

    it('after a confirmation that names the number', async () => {
      const { frame, id } = await write();
      const people = await peopleOf(id);
      await frame.getByRole('button', { name: `Schedule for ${people} people` }).click();
      const dialog = frame.getByRole('alertdialog', { name: `Schedule this for ${people} people?` });
      await dialog
        .getByText('people do not have CPS Roadmap in Teams yet')
        .or(dialog.getByText('person does not have'))
        .waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal((await run.read(authors.lead, id)).state, 'draft');
      await frame.getByRole('button', { name: `Schedule for ${people} people` }).click();
      await dialog.getByRole('button', { name: `Schedule for ${people} people` }).click();
      await frame.getByRole('heading', { level: 1, name: 'Digital jury bundles' }).waitFor();
      assert.equal((await run.read(authors.lead, id)).state, 'scheduled');
    });

    it('to the number that was seen and no other', async () => {
      const { frame, id } = await write();
      const people = await peopleOf(id);
      await frame.getByRole('button', { name: `Schedule for ${people} people` }).click();
      const dialog = frame.getByRole('alertdialog');
      await dialog.waitFor();
      const joined = { ...authors.lead, id: crypto.randomUUID(), duties: { leads: [], roadmapOwner: false } };
      await run.api.services.people.create(joined);
      await dialog.getByRole('button', { name: `Schedule for ${people} people` }).click();
      await dialog.getByText('Something changed in the meantime').waitFor();
      await frame.getByRole('alertdialog', { name: `Schedule this for ${people + 1} people?` }).waitFor();
      assert.equal((await run.read(authors.lead, id)).state, 'draft');
    });

    it('not while something is missing, and leads to it', async () => {
      const { content } = tenQuestionPrompt;
      assert.ok(content.kind === 'prompt');
      const [first, second, ...rest] = content.questions;
      assert.ok(first !== undefined && second !== undefined);
      const questions = [first, { ...second, text: { en: '' } }, ...rest];
      const draft = { ...tenQuestionPrompt, content: { ...content, title: { en: '' }, questions } };
      const { frame } = await write(draft);
      await frame.getByRole('button', { name: /^Schedule for/ }).click();
      await frame.getByText('There are 2 problems').waitFor();
      await frame.getByRole('link', { name: 'Title in English: Fill this in' }).click();
      await focused(frame, 'title');
      await frame.getByRole('link', { name: 'Question 2 in English: Fill this in' }).click();
      await frame.getByLabel('Question 2 in English (required)').waitFor();
      await focused(frame, 'q2.text');
      await frame.getByLabel('Question 2 in English (required)').fill('What next?');
      await frame.getByLabel('Title in English (required)').fill('A title');
      await frame.getByText('There are 2 problems').waitFor({ state: 'detached' });
    });

    it('never, when the author discards it', async () => {
      const { frame, id } = await write(emptyUpdate);
      await frame.getByRole('button', { name: 'Discard' }).click();
      await frame.getByRole('alertdialog').getByRole('button', { name: 'Discard the draft' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Broadcasts' }).waitFor();
      const answer = await run.api.call(authors.lead.id, 'GET', `/api/broadcasts/${id}`);
      assert.equal(answer.status, 404);
    });
  });

  describe('in Welsh', () => {
    it('says everything in Welsh, and asks for both languages of what is for Cymru-Wales', async () => {
      const draft = { ...wholeUpdate, audience: { areas: ['cymru-wales'] } };
      const { frame } = await write(draft, authors.welshLead);
      await frame.getByRole('heading', { level: 1, name: 'Ysgrifennu diweddariad' }).waitFor();
      await frame.getByText('Yn Gymraeg hefyd: mae pobl yn Cymru-Wales yn ei gael').waitFor();
      const required = frame.getByLabel('Testun yn Gymraeg (gofynnol)').or(frame.locator('#body-cy'));
      await required.first().fill('');
      await frame.getByText('Nid yw hwn yn Gymraeg eto.').waitFor();
      await frame.getByRole('button', { name: /^Trefnu ar gyfer/ }).click();
      await frame.getByText('Mae 1 broblem').waitFor();
      await frame.getByRole('group', { name: 'Y cerdyn' }).getByText('Bwndeli rheithgor digidol').waitFor();
    });
  });

  const peopleOf = async (id: string): Promise<number> => {
    const { audience } = await run.read(authors.lead, id);
    return (await run.api.services.people.count({ areas: audience.areas })).total;
  };
  const countOf = async (areas: readonly string[] | 'all'): Promise<string> => {
    const { total, reachable } = await run.api.services.people.count({ areas });
    return `${total} people. ${reachable} of them can be reached in Teams now.`;
  };
});

/** Once the element with this id has the focus. */
async function focused(frame: Frame, id: string): Promise<void> {
  await frame.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
}
