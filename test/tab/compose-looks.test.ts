import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Draft } from '../../src/api/contract/broadcasts.ts';
import { headingLevels, inOrder, tooWide, violations } from './accessibility.ts';
import type { ApiAnswers } from './api-answers.ts';
import { emptyPrompt, tenQuestionPrompt, wholeUpdate } from './compose-drafts.ts';
import { authors, type ComposeUnderTest, startComposeUnderTest } from './compose-under-test.ts';
import { never, refusal } from './failing-answers.ts';
import { type OpenTab, type TeamsTheme, themes } from './tab-in-browser.ts';
import { tabThrough } from './tab-key.ts';
import { tabTests } from './tab-tests.ts';

/** A window of Teams, that at 200 % zoom, a phone, and the side panel of a meeting. In CSS pixels. */
const windows = [
  { width: 1_280, height: 900 },
  { width: 640, height: 450 },
  { width: 360, height: 1_400 },
  { width: 320, height: 1_400 },
] as const;

interface State {
  readonly name: string;
  readonly draft?: Draft;
  readonly author?: (typeof authors)[keyof typeof authors];
  readonly change?: ApiAnswers;
  /** Brings the page into the state, and waits until it is there. */
  readonly reach: (frame: Frame) => Promise<unknown>;
}

const card = (frame: Frame) => frame.getByRole('group', { name: /^(The card|Y cerdyn)$/ }).waitFor();
const longSentence = `This ${'sentence goes on and on '.repeat(6)}without an end.`;

const states: readonly State[] = [
  { name: 'update', draft: wholeUpdate, reach: card },
  {
    name: 'prompt',
    draft: tenQuestionPrompt,
    reach: async (frame) => {
      await card(frame);
      await frame.getByRole('heading', { level: 3 }).nth(6).getByRole('button').click();
      await frame.getByLabel('Question 7 in English').waitFor();
    },
  },
  { name: 'prompt-in-welsh', draft: tenQuestionPrompt, author: authors.welshLead, reach: card },
  {
    name: 'advice-and-approval',
    draft: { ...wholeUpdate, audience: { areas: ['south-east', 'wessex'] } },
    reach: async (frame) => {
      await card(frame);
      await frame.getByLabel('Text in English').fill(longSentence);
      await frame.getByText('Up to 25 are easier to read.').waitFor();
      await frame.getByText('it needs the roadmap owner’s approval').waitFor();
      await frame.getByText('Saved', { exact: true }).waitFor();
    },
  },
  {
    name: 'problems',
    draft: emptyPrompt,
    reach: async (frame) => {
      await frame.getByRole('button', { name: /^Schedule for|^Send to \d/ }).click();
      await frame.getByText(/^There are \d problems$/).waitFor();
    },
  },
  {
    name: 'question-bank',
    draft: emptyPrompt,
    reach: async (frame) => {
      await frame.getByRole('button', { name: 'Take a ready-made question' }).click();
      await frame
        .getByRole('dialog')
        .getByRole('button', { name: /^Add “/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'question-removed',
    draft: tenQuestionPrompt,
    reach: async (frame) => {
      await frame.getByRole('button', { name: 'Remove question 2' }).click();
      await frame.getByText('Question 2 was removed.').waitFor();
    },
  },
  {
    name: 'time',
    draft: wholeUpdate,
    author: authors.owner,
    reach: async (frame) => {
      await frame.getByRole('radio', { name: 'At a time I choose' }).check();
      await frame.getByLabel('Day (required)').fill('2020-01-14');
      await frame.getByText('Choose another time').waitFor();
    },
  },
  {
    name: 'confirm',
    draft: wholeUpdate,
    reach: async (frame) => {
      await frame.getByRole('button', { name: /^Schedule for|^Send to \d/ }).click();
      await frame.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'confirm-approval',
    draft: { ...wholeUpdate, audience: { areas: 'all' } },
    reach: async (frame) => {
      await frame.getByRole('button', { name: /^Ask to send to/ }).click();
      await frame.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'discard',
    draft: wholeUpdate,
    reach: async (frame) => {
      await frame.getByRole('button', { name: 'Discard' }).click();
      await frame.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'lost-connection',
    draft: wholeUpdate,
    change: { saveDraft: () => ({ lost: true }) },
    reach: async (frame) => {
      await frame.getByLabel('Title in English').fill('Written on the train');
      await frame.getByText('No connection. Keep this page open.').first().waitFor();
    },
  },
  {
    name: 'refused',
    draft: wholeUpdate,
    change: { saveDraft: () => refusal(409, 'AwaitingApproval', 'This is waiting for approval. Take it back.') },
    reach: async (frame) => {
      await frame.getByLabel('Title in English').fill('Too late');
      await frame.getByText('This is waiting for approval').waitFor();
    },
  },
  {
    name: 'loading',
    draft: wholeUpdate,
    change: { getBroadcast: never },
    reach: (frame) => frame.getByLabel('Loading').first().waitFor(),
  },
  {
    name: 'failed',
    draft: wholeUpdate,
    change: {
      getBroadcast: () => refusal(404, 'BroadcastUnknown', 'We cannot find this broadcast. It may have gone.'),
    },
    reach: (frame) => frame.getByText('We cannot find this broadcast').waitFor(),
  },
];

describe('the compose page in every theme and width', () => {
  const tests = tabTests();
  let run: ComposeUnderTest;

  before(async () => {
    run = await startComposeUnderTest();
  });

  after(() => run.close());

  const looksWell = async (tab: OpenTab, name: string): Promise<void> => {
    for (const size of windows) {
      await tab.page.setViewportSize(size);
      await drawnAnew(tab.frame);
      const where = `${name} at ${size.width} px`;
      // Behind a dialog nothing scrolls, so that the scrollbar leaves room.
      assert.ok((await tooWide(tab.frame)) <= 0, `${where} is too wide`);
      const levels = await headingLevels(tab.frame);
      assert.ok(inOrder(levels), `${where} has headings of the levels ${levels.join(', ')}`);
      if (size.width === 640) continue;
      for (const theme of themes) {
        await changeTheme(tab, theme);
        await drawnAnew(tab.frame);
        if (size.width !== 360) assert.deepEqual(await violations(tab.frame), [], `${where} in ${theme}`);
        await tests.picture(tab, `compose-${name}-${theme}-${size.width}`);
      }
    }
  };

  it('start', async function () {
    this.timeout(180_000);
    const tab = await tests.open({ path: 'compose', answers: run.answersFor(authors.lead) });
    await tab.frame.getByRole('button', { name: /^Our attitude to risk/ }).waitFor();
    await looksWell(tab, 'start');
  });

  for (const { name, draft = wholeUpdate, author = authors.lead, change = {}, reach } of states) {
    it(name, async function () {
      this.timeout(180_000);
      const audience = author === authors.welshLead ? { areas: ['cymru-wales'] } : draft.audience;
      const { id } = await run.start(author, { ...draft, audience });
      const answers = run.answersFor(author, change);
      const tab = await tests.open({ path: `compose/${id}`, answers, language: author.language });
      await reach(tab.frame);
      await looksWell(tab, name);
    });
  }

  for (const [what, draft, height] of [
    ['update', wholeUpdate, 3_000],
    ['prompt of ten questions', tenQuestionPrompt, 6_000],
  ] as const) {
    it(`shows where the focus is: ${what}`, async function () {
      this.timeout(120_000);
      const { id } = await run.start(authors.lead, draft);
      const tab = await tests.open({ path: `compose/${id}`, answers: run.answersFor(authors.lead), height });
      await card(tab.frame);
      const stops = await tabThrough(tab);
      assert.ok(stops.length > 20, `There are ${stops.length} stops.`);
    });
  }

  it('conflict, with the other version', async function () {
    this.timeout(180_000);
    const { id, etag } = await run.start(authors.lead, tenQuestionPrompt);
    const tab = await tests.open({ path: `compose/${id}`, answers: run.answersFor(authors.lead) });
    await card(tab.frame);
    const { content } = tenQuestionPrompt;
    const body = { ...tenQuestionPrompt, content: { ...content, title: { en: 'Written somewhere else' } } };
    await run.api.call(authors.lead.id, 'PUT', `/api/broadcasts/${id}`, body, { 'if-match': etag });
    await tab.frame.getByLabel('Title in English').fill('Written here');
    await tab.frame.getByText('This draft was changed somewhere else').waitFor();
    await looksWell(tab, 'conflict');
    await tab.frame.getByRole('button', { name: 'See the other one' }).click();
    await tab.frame.getByRole('dialog').getByText('Written somewhere else').waitFor();
    await looksWell(tab, 'the-other-version');
  });
});

/** Once what depends on the width or the theme is drawn for the new one. */
async function drawnAnew(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

/** Changes the theme as the person does in Teams, and waits until the tab has it. */
async function changeTheme({ page, frame }: OpenTab, theme: TeamsTheme): Promise<void> {
  await page.evaluate((name) => {
    const select = document.querySelector('#theme');
    if (!(select instanceof HTMLSelectElement) || select.value === name) return;
    select.value = name;
    select.dispatchEvent(new Event('change'));
  }, theme);
  await frame.waitForFunction(
    (colour) =>
      getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor === colour,
    backgrounds[theme],
  );
}

/** What Fluent writes upon, which tells the themes apart. */
const backgrounds: Readonly<Record<TeamsTheme, string>> = {
  default: 'rgb(255, 255, 255)',
  dark: 'rgb(41, 41, 41)',
  contrast: 'rgb(0, 0, 0)',
};
