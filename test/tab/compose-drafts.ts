import type { Draft } from '../../src/api/contract/broadcasts.ts';
import type { QuestionJson } from '../../src/api/contract/content.ts';
import { update } from '../cards/example-contents.ts';
import { tenQuestions } from './results-fixture.ts';

const audience = { areas: ['wessex'] };
const copyOf = <T>(value: unknown): T => structuredClone(value) as T;

/** An update in both languages, with nothing missing. */
export const wholeUpdate: Draft = { content: copyOf({ ...update, itemId: undefined }), audience };

/** A prompt of ten questions of every kind, in both languages, with nothing missing. */
export const tenQuestionPrompt: Draft = {
  content: {
    kind: 'prompt',
    title: { en: 'What do you think of the draft roadmap?', cy: 'Beth yw eich barn am y map ffordd drafft?' },
    body: {
      en: 'We have put the draft roadmap up for discussion. Tell us what you make of it.',
      cy: 'Rydym wedi rhoi’r map ffordd drafft i’w drafod. Dywedwch wrthym beth yw eich barn.',
    },
    privacy: 'confidential',
    questions: copyOf<QuestionJson[]>(tenQuestions),
    deadline: { date: '2027-01-15', time: '17:00', zone: 'Europe/London' },
  },
  audience,
};

/** An update that nobody has written anything of. */
export const emptyUpdate: Draft = { content: { kind: 'update', title: { en: '' }, body: { en: '' } }, audience };

/** A prompt of no questions yet. */
export const emptyPrompt: Draft = {
  content: {
    kind: 'prompt',
    title: { en: '' },
    body: { en: '' },
    privacy: 'confidential',
    questions: [],
    deadline: { date: '2027-01-15', time: '17:00', zone: 'Europe/London' },
  },
  audience,
};
