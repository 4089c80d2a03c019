import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
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
    q1: { kind: 'scale', answered: 162, counts: { '1': 8, '2': 20, '3': 54, '4': 60, '5': 20 }, mean: 3.395 },
    q2: { kind: 'scale', answered: 160, counts: { '1': 4, '2': 11, '3': 40, '4': 70, '5': 35 }, mean: 3.756 },
    q3: {
      kind: 'free-text',
      answered: 2,
      comments: [
        { personId: 'a', text: 'Say what you will stop doing, not only what you will start.' },
        { personId: 'b', text: 'Tell us the *cost*.\n[Click](https://example.org)' },
      ],
    },
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
    },
  },
};

const adoptionTally: GroupTally = {
  respondents: 3,
  questions: {
    q1: { kind: 'free-text', answered: 0, comments: [] },
    q2: { kind: 'several-choices', answered: 3, counts: { 'not-shown': 2, 'no-time': 3, nothing: 0 } },
    q3: {
      kind: 'free-text',
      answered: 2,
      comments: [
        { personId: 'a', text: 'Half an hour with somebody who already uses it.' },
        { personId: 'b', text: 'One page that says what it is for.' },
      ],
    },
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
});

/** A named prompt as the lead of one area sees it. */
export const adoptionResults = results(adoption, shown(adoptionTally), {
  areas: [{ area: 'wessex', group: shown(adoptionTally) }],
  areasShown: 1,
  areasTooSmall: 0,
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

type ByArea = Pick<Results, 'areas' | 'areasShown' | 'areasTooSmall'>;

function results(prompt: PromptContent, total: ShownGroup, byArea: ByArea): Results {
  return { broadcastId, prompt, closed: false, asked: 412, reached: 398, everyArea: true, total, ...byArea };
}

function shown(tally: GroupTally): ShownGroup {
  return { shown: true, tally };
}
