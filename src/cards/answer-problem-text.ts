import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { AnswerProblem } from '../responses/read-inputs.ts';
import type { Words } from './card-texts.ts';

/** What to do about an answer that cannot be taken, in the words of its kind of question. */
export function answerProblemText(
  content: PromptContent,
  questionId: string,
  problem: AnswerProblem,
  words: Words,
): string {
  const question = content.questions.find(({ id }) => id === questionId);
  if (question === undefined) return words.t('error.AnswerNotUnderstood.text');
  if (problem === 'too-long' && question.kind === 'free-text') {
    return words.t('answerProblem.tooLong', { count: question.maxLength });
  }
  const offered = question.kind !== 'free-text' && problem !== 'missing';
  return words.t(offered ? 'error.AnswerNotUnderstood.text' : `answerProblem.missing.${question.kind}`);
}
