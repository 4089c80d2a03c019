import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import type { Results } from '../../src/insight/results.ts';
import type { GroupTally } from '../../src/insight/tally.ts';
import { broadcastId, deadline } from '../cards/example-contents.ts';

const option = (id: string, en: string) => ({ id, text: { en, cy: `${en} (cy)` } });
const asking = (id: string, en: string) => ({ id, text: { en, cy: `${en} (cy)` }, required: false });

/** A prompt with a question of each kind, whose texts would be formulas if a spreadsheet took them for such. */
export const everyKind: PromptContent = {
  kind: 'prompt',
  title: { en: '=Case files', cy: '=Ffeiliau achos' },
  body: { en: 'Say.' },
  privacy: 'confidential',
  deadline,
  questions: [
    { ...asking('q1', '=Which?'), kind: 'one-choice', options: [option('a', '@First'), option('b', '-Second')] },
    { ...asking('q2', '+What?'), kind: 'several-choices', options: [option('a', 'One'), option('b', 'Two')] },
    { ...asking('q3', 'How good?'), kind: 'scale', lowest: { en: 'Bad' }, highest: { en: 'Good' } },
    { ...asking('q4', 'Do you know'), kind: 'rows', rows: [option('what', 'what'), option('when', 'when')] },
    { ...asking('q5', 'Ideas'), kind: 'tagged-items', items: [option('x', 'Idea X'), option('y', 'Idea Y')] },
    { ...asking('q6', 'Why?'), kind: 'free-text', maxLength: 1_000 },
    { ...asking('q7', 'What else?'), kind: 'free-text', maxLength: 1_000 },
  ],
};

/** What `people` answered, half of them this and the others that. */
export function tallyOf(people: number): GroupTally {
  const half = people / 2;
  return {
    respondents: people,
    questions: {
      q1: { kind: 'one-choice', answered: people, counts: { a: half, b: half } },
      q2: { kind: 'several-choices', answered: people, counts: { a: people, b: half } },
      q3: {
        kind: 'scale',
        answered: people,
        counts: { '1': 0, '2': half, '3': 0, '4': half, '5': 0 },
        mean: 3,
        spread: 1,
      },
      q4: {
        kind: 'rows',
        answered: people,
        rows: { what: { yes: half, partly: 0, no: half }, when: { yes: 0, partly: 0, no: 0 } },
      },
      q5: {
        kind: 'tagged-items',
        answered: half,
        items: {
          x: { exciting: 0, problematic: half, both: 0 },
          y: { exciting: half, problematic: 0, both: 0 },
        },
        net: { x: -half, y: half },
      },
      q6: { kind: 'free-text', answered: half },
      q7: { kind: 'free-text', answered: 0 },
    },
  };
}

/** Results of three areas, of which one is too small, as the roadmap owner sees them. */
export const ofEverybody: Results = {
  broadcastId,
  prompt: everyKind,
  closed: true,
  asked: 100,
  reached: 80,
  figures: { movedAt: '2026-12-10T17:00:00Z', final: true },
  everyArea: true,
  total: {
    shown: true,
    tally: tallyOf(60),
    by: [{ dimension: 'language', groups: [{ value: 'cy', tally: tallyOf(20) }] }],
  },
  responseRate: 0.75,
  areas: [
    {
      area: 'wessex',
      group: {
        shown: true,
        tally: tallyOf(30),
        by: [{ dimension: 'site', groups: [{ value: '=Truro', tally: tallyOf(12) }] }],
      },
    },
    { area: 'north-east', group: { shown: true, tally: tallyOf(22), by: [] } },
    { area: 'north-west', group: { shown: false } },
  ],
  areasShown: 2,
  areasTooSmall: 1,
  comments: {},
  trend: [{ broadcastId, number: 1, closedAt: '2026-09-10T16:00:00Z', reached: 70, tally: tallyOf(40) }],
};

/** The same as a lead of two of the areas sees them. */
export const ofTwoAreas: Results = {
  ...withoutRate(ofEverybody),
  everyArea: false,
  total: { shown: false },
  areas: ofEverybody.areas.filter(({ area }) => area !== 'north-east'),
  areasShown: 1,
  trend: [],
};

function withoutRate({ responseRate: _, ...results }: Results): Results {
  return results;
}
