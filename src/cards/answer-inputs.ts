import type { Question } from '../broadcasts/question.ts';
import type { Answers, AnswerValue } from '../responses/response.ts';

/** Answers as the inputs of a card hold them: named `q1`, or `q1.row` for a row or an item of question `q1`. */
export function inputsOfAnswers(questions: readonly Question[], answers: Answers): Readonly<Record<string, string>> {
  const entries = questions.flatMap(({ id }) => Object.entries(inputsOf(id, answers[id])));
  return Object.fromEntries(entries);
}

function inputsOf(questionId: string, answer: AnswerValue | undefined): Readonly<Record<string, string>> {
  switch (answer?.kind) {
    case undefined:
      return {};
    case 'one-choice':
      return { [questionId]: answer.option };
    case 'several-choices':
      return { [questionId]: answer.options.join(',') };
    case 'scale':
      return { [questionId]: String(answer.value) };
    case 'free-text':
      return { [questionId]: answer.text };
    case 'rows':
      return perOption(questionId, answer.rows);
    case 'tagged-items':
      return perOption(questionId, answer.tags);
  }
}

function perOption(questionId: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([option, value]) => [`${questionId}.${option}`, value]));
}
