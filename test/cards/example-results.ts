import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import type { CommentsView } from '../../src/cards/comments-card.ts';
import type { Results, ShownGroup } from '../../src/insight/results.ts';
import type { GroupTally } from '../../src/insight/tally.ts';
import { adoption, broadcastId, consultation } from './example-contents.ts';

const everyArea = [
  ['cymru-wales', 48],
  ['east-midlands', 31],
  ['london-north', 26],
  ['mersey-cheshire', 0],
  ['thames-and-chiltern', 0],
  ['yorkshire-and-humberside', 57],
] as const;

const consultationTally: GroupTally = {
  respondents: 162,
  questions: {
    q1: {
      kind: 'scale',
      answered: 162,
      counts: { '1': 8, '2': 20, '3': 54, '4': 60, '5': 20 },
      mean: 3.395,
      spread: 1.02,
    },
    q2: {
      kind: 'scale',
      answered: 160,
      counts: { '1': 4, '2': 11, '3': 40, '4': 70, '5': 35 },
      mean: 3.756,
      spread: 0.97,
    },
    q3: { kind: 'free-text', answered: 24 },
    q4: {
      kind: 'rows',
      answered: 150,
      rows: {
        what: { yes: 101, partly: 40, no: 9 },
        when: { yes: 22, partly: 60, no: 68 },
        how: { yes: 60, partly: 60, no: 30 },
      },
    },
    q5: {
      kind: 'tagged-items',
      answered: 120,
      items: {
        'casework-tools': { exciting: 70, problematic: 20, both: 30 },
        'common-platform': { exciting: 10, problematic: 55, both: 12 },
      },
      net: { 'casework-tools': 50, 'common-platform': -45 },
    },
  },
};

const adoptionTally: GroupTally = {
  respondents: 3,
  questions: {
    q1: { kind: 'free-text', answered: 0 },
    q2: { kind: 'several-choices', answered: 3, counts: { 'not-shown': 2, 'no-time': 3, nothing: 0 } },
    q3: { kind: 'free-text', answered: 2 },
  },
};

/** A consultation as the roadmap owner sees it, with two areas that are too small to show. */
export const consultationResults = results(consultation, shown(consultationTally), {
  areas: everyArea.map(([area, respondents]) => ({
    area,
    group: respondents === 0 ? { shown: false } : shown({ ...consultationTally, respondents }),
  })),
  areasShown: 4,
  areasTooSmall: 2,
  responseRate: 162 / 398,
  comments: {
    q3: {
      comments: [
        { id: 'q3-1-AAAAAAAAAAAA', text: 'Say what you will stop doing, not only what you will start.' },
        { id: 'q3-1-BBBBBBBBBBBB', text: 'Tell us the *cost*.\n[Click](https://example.org)' },
      ],
      next: '2',
    },
  },
});

/** A named prompt as the lead of one area sees it. */
export const adoptionResults = results(adoption, shown(adoptionTally), {
  areas: [{ area: 'wessex', group: shown(adoptionTally) }],
  areasShown: 1,
  areasTooSmall: 0,
  figures: { movedAt: '2026-11-23T08:00:00.000Z', final: true },
  comments: {
    q3: {
      comments: [
        { id: 'q3-1-CCCCCCCCCCCC', personId: 'a', text: 'Half an hour with somebody who already uses it.' },
        { id: 'q3-1-DDDDDDDDDDDD', personId: 'b', text: 'One page that says what it is for.' },
      ],
    },
  },
});

/** A confidential prompt that fewer than ten people have answered. */
export const hiddenResults = results(
  consultation,
  { shown: false },
  {
    areas: [{ area: 'wessex', group: { shown: false } }],
    areasShown: 0,
    areasTooSmall: 1,
  },
);

/** The same consultation, with everybody told apart by kind of work. */
export const comparedResults: Results = {
  ...consultationResults,
  total: {
    shown: true,
    tally: consultationTally,
    by: [
      {
        dimension: 'role',
        groups: [
          { value: 'legal', tally: consultationTally },
          { value: 'operational-delivery', tally: smallerBy(0.4) },
        ],
      },
    ],
  },
};

/** Comments on it, one of which is hidden. */
export const commentsExample: CommentsView = {
  broadcastId,
  prompt: consultation,
  question: 'q3',
  comments: [
    { id: 'q3-1-AAAAAAAAAAAA', text: 'Say what you will stop doing, not only what you will start.' },
    {
      id: 'q3-1-BBBBBBBBBBBB',
      text: '',
      redacted: { by: '0a0a0a0a-0000-4000-8000-000000000900', at: '2026-11-23T09:00:00.000Z' },
    },
  ],
  next: { skip: 8 },
};

type More = Pick<Results, 'areas' | 'areasShown' | 'areasTooSmall'> & Partial<Results>;

function results(prompt: PromptContent, total: ShownGroup, more: More): Results {
  return {
    broadcastId,
    prompt,
    closed: false,
    asked: 412,
    reached: 398,
    figures: { movedAt: '2026-11-23T08:00:00.000Z', nextAt: '2026-11-24T08:00:00.000Z', final: false },
    everyArea: true,
    total,
    comments: {},
    trend: [],
    ...more,
  };
}

function shown(tally: GroupTally): ShownGroup {
  return { shown: true, tally, by: [] };
}

/** The tally of so large a part of the same people. */
function smallerBy(part: number): GroupTally {
  return { ...consultationTally, respondents: Math.round(consultationTally.respondents * part) };
}
