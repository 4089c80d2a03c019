import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import type { Question } from '../../src/broadcasts/question.ts';
import { type SharedResultsView, sharedResultsCard } from '../../src/cards/shared-results-card.ts';
import type { SharedResults } from '../../src/insight/shared-results.ts';
import type { QuestionTally } from '../../src/insight/tally.ts';
import type { Answers } from '../../src/responses/response.ts';
import { broadcastId, consultation, consultationAnswers, deadline } from './example-contents.ts';
import type { Example } from './examples.ts';

const questions: Readonly<Record<string, QuestionTally>> = {
  q1: { kind: 'scale', answered: 162, counts: { '1': 8, '2': 20, '3': 54, '4': 60, '5': 20 }, mean: 3.395, spread: 1 },
  q2: { kind: 'scale', answered: 160, counts: { '1': 4, '2': 11, '3': 40, '4': 70, '5': 35 }, mean: 3.756, spread: 1 },
  q3: { kind: 'free-text', answered: 84 },
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
};

const results: SharedResults = { kind: 'shared', respondents: 162, reached: 398, questions };
const ofConsultation = { broadcastId, content: consultation, results } as const;

/** Ten questions with long texts and many options, none of them left out by anybody. */
export const tenQuestions: SharedResultsView = {
  broadcastId,
  content: promptOfTen(),
  results: {
    kind: 'shared',
    respondents: 4_000,
    reached: 7_597,
    questions: Object.fromEntries(tenQuestionIds().map((id) => [id, tallyOfTen()])),
  },
  answers: Object.fromEntries(
    tenQuestionIds().map((id) => [id, { kind: 'several-choices', options: tenOptions().map((option) => option.id) }]),
  ) satisfies Answers,
};

export const sharedResultsExamples: Readonly<Record<string, Example>> = {
  'shared-results': (words) => sharedResultsCard({ ...ofConsultation, answers: consultationAnswers }, words),
  'shared-results-elsewhere': (words) =>
    sharedResultsCard({ ...ofConsultation, content: { ...consultation, privacy: 'anonymous' } }, words),
  'shared-results-opened': (words) =>
    sharedResultsCard(
      {
        ...ofConsultation,
        content: { ...consultation, privacy: 'anonymous' },
        results: { ...results, questions: { q1: questions.q1 ?? { kind: 'free-text', answered: 0 } } },
        answers: consultationAnswers,
        key: 'A234567890123456789012',
        opened: true,
      },
      words,
    ),
  'shared-results-ten': (words) => sharedResultsCard(tenQuestions, words),
  'shared-results-too-few': (words) =>
    sharedResultsCard({ ...ofConsultation, results: { kind: 'too-few' }, opened: true }, words),
};

function tenQuestionIds(): readonly string[] {
  return Array.from({ length: 10 }, (_, index) => `q${index + 1}`);
}

function tenOptions() {
  return Array.from({ length: 6 }, (_, index) => ({
    id: `o${index + 1}`,
    text: {
      en: `A choice that takes a whole line on a phone, number ${index + 1}`,
      cy: `Dewis sy'n cymryd llinell gyfan ar ffôn, rhif ${index + 1}`,
    },
  }));
}

function promptOfTen(): PromptContent {
  const text = {
    en: 'What would help you most to use the tools that you already have, in the place where you mostly work?',
    cy: "Beth fyddai'n eich helpu fwyaf i ddefnyddio'r offer sydd gennych yn barod, lle rydych chi'n gweithio fel arfer?",
  };
  return {
    kind: 'prompt',
    title: { en: 'Ten questions', cy: 'Deg cwestiwn' },
    body: { en: 'Say.', cy: 'Dywedwch.' },
    privacy: 'confidential',
    deadline,
    questions: tenQuestionIds().map(
      (id): Question => ({ id, text, required: true, kind: 'several-choices', options: tenOptions() }),
    ),
  };
}

function tallyOfTen(): QuestionTally {
  const counts = Object.fromEntries(tenOptions().map(({ id }, index) => [id, 3_900 - index * 600]));
  return { kind: 'several-choices', answered: 4_000, counts };
}
