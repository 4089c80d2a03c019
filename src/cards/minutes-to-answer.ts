import type { Question, QuestionKind } from '../broadcasts/question.ts';

const secondsFor: Readonly<Record<QuestionKind, number>> = {
  'one-choice': 10,
  'several-choices': 15,
  scale: 8,
  rows: 6,
  'free-text': 30,
  'tagged-items': 6,
};

/** About how many whole minutes it takes to answer, at least one. Each row or item counts. */
export function minutesToAnswer(questions: readonly Question[]): number {
  const seconds = questions.map((question) => secondsFor[question.kind] * parts(question));
  return Math.max(1, Math.round(seconds.reduce((sum, each) => sum + each, 0) / 60));
}

function parts(question: Question): number {
  if (question.kind === 'rows') return question.rows.length;
  return question.kind === 'tagged-items' ? question.items.length : 1;
}
