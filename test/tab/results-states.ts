import type { Frame } from 'playwright-core';
import type { CommentJson, ResultsJson } from '../../src/api/contract/results.ts';
import type { ApiAnswers } from './api-answers.ts';
import { never } from './failing-answers.ts';
import type { PageState } from './page-state.ts';
import { bigResults, promptId, tenQuestions } from './results-fixture.ts';
import { basics } from './who-and-where.ts';

export const resultsPath = `results/${promptId}`;

const freeText = tenQuestions.find(({ kind }) => kind === 'free-text')?.id ?? '';

export const someComments: readonly CommentJson[] = [
  {
    id: `${freeText}-0001-1`,
    text: 'I would like to know what happens to the old case files before we move. Nobody has told us in the office yet, and the trainers could not say either.',
    area: 'south-east',
  },
  { id: `${freeText}-0001-2`, text: 'More time to learn it, please.' },
  {
    id: `${freeText}-0001-3`,
    text: 'Ask ████ █████ about the training room.',
    redacted: { at: '2026-11-20T10:05:00.000Z', parts: [{ from: 4, to: 14 }] },
    area: 'north-west',
  },
  {
    id: `${freeText}-0001-4`,
    text: 'https://example.test/averylongaddressthatdoesnotbreakanywhereatallandgoesonandonandon',
  },
];

export const hiddenComment: CommentJson = {
  id: `${freeText}-0001-5`,
  text: '',
  redacted: { at: '2026-11-20T10:05:00.000Z' },
};

export function answersWith(change: Partial<ResultsJson> = {}): ApiAnswers {
  return {
    ...basics(),
    getResults: () => ({ json: bigResults(change) }),
    listComments: ({ query }) => ({
      json: { comments: query.has('hidden') ? [...someComments, hiddenComment] : someComments, next: 'more' },
    }),
  };
}

async function hide(frame: Frame): Promise<void> {
  await frame.getByRole('tab', { name: 'Comments' }).click();
  await frame.getByRole('button', { name: 'Hide' }).first().click();
  await frame.getByRole('alertdialog').waitFor();
}

/** Every state of the results of a prompt, and of the list of them. */
export const resultsStates: readonly PageState[] = [
  {
    name: 'results-answers',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.locator('svg.fui-hbc__chart').nth(4).waitFor();
      await frame.getByText('Question 1 as a table').click();
      await frame.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'results-rows-and-ideas',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByRole('heading', { level: 3 }).nth(9).waitFor();
      for (const summary of await frame.getByText(/^Question \d+ as a table$/).all()) await summary.click();
      await frame.getByRole('heading', { level: 3 }).nth(2).scrollIntoViewIfNeeded();
      await frame.evaluate(() => document.querySelectorAll('h3')[2]?.scrollIntoView());
      await frame.getByRole('table').nth(3).waitFor();
    },
  },
  {
    name: 'results-download',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByRole('button', { name: 'Download' }).click();
      await frame.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'results-too-small',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByLabel('Area').selectOption({ label: 'Wessex (too small to show)' });
      await frame.getByRole('heading', { name: 'Too few people have answered in Wessex' }).waitFor();
    },
  },
  {
    name: 'results-compare',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByRole('tab', { name: 'Compare' }).click();
      await frame.locator('svg.fui-hbc__chart').nth(4).waitFor();
      await frame.getByRole('table', { name: 'All questions side by side' }).waitFor();
    },
  },
  {
    name: 'results-trend',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByRole('tab', { name: 'Over time' }).click();
      await frame.locator('[inert] svg circle').nth(2).waitFor();
    },
  },
  {
    name: 'results-trend-none',
    path: resultsPath,
    answers: answersWith({ trend: [] }),
    reach: async (frame) => {
      await frame.getByRole('tab', { name: 'Over time' }).click();
      await frame.getByRole('heading', { name: 'Nothing to compare with yet' }).waitFor();
    },
  },
  {
    name: 'results-comments',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await frame.getByRole('tab', { name: 'Comments' }).click();
      await frame.getByRole('checkbox', { name: 'Show those hidden as a whole, too' }).check();
      await frame.getByText('Hidden at 10:05am on Friday 20 November 2026', { exact: true }).waitFor();
    },
  },
  {
    name: 'results-hide',
    path: resultsPath,
    answers: answersWith(),
    reach: (frame) => hide(frame),
  },
  {
    name: 'results-hide-words',
    path: resultsPath,
    answers: answersWith(),
    reach: async (frame) => {
      await hide(frame);
      await frame.getByRole('radio', { name: 'Some words only' }).check();
      await frame.getByRole('alertdialog').getByRole('button', { name: 'Hide it' }).click();
      await frame.getByText('Select some words first').waitFor();
    },
  },
  {
    name: 'results-list-loading',
    path: 'results',
    answers: { ...basics(), listResults: never },
    reach: (frame) => frame.getByLabel('Loading').waitFor(),
  },
  {
    name: 'results-error',
    path: resultsPath,
    answers: {
      ...basics(),
      getResults: () => ({
        status: 404,
        json: {
          title: 'PromptUnknown',
          status: 404,
          code: 'PromptUnknown',
          correlationId: 'c',
          detail: 'We cannot find these questions. They may have gone.',
        },
      }),
    },
    reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
  },
  {
    name: 'results-list',
    path: 'results',
    answers: {
      ...basics(),
      listResults: () => ({
        json: {
          prompts: [
            {
              broadcastId: promptId,
              title: { en: 'How hybrid working suits you', cy: 'Sut mae gweithio hybrid yn eich siwtio' },
              closesAt: '2026-11-27T17:00:00.000Z',
              closed: false,
              privacy: 'confidential',
            },
            {
              broadcastId: '01K5G7Q2W0000000000000000A',
              title: { en: 'What stops you using it?' },
              closesAt: '2026-10-27T17:00:00.000Z',
              closed: true,
              privacy: 'anonymous',
            },
          ],
        },
      }),
    },
    reach: (frame) => frame.getByRole('heading', { name: 'Closed' }).waitFor(),
  },
  {
    name: 'results-list-empty',
    path: 'results',
    answers: { ...basics(), listResults: () => ({ json: { prompts: [] } }) },
    reach: (frame) => frame.getByRole('heading', { name: 'No results yet' }).waitFor(),
  },
];
