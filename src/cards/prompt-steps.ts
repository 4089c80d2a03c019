import type { Question } from '../broadcasts/question.ts';

/** A prompt with more questions is asked one question after another. */
export const questionsInOneCard = 3;

export function asksStepByStep(questions: readonly Question[]): boolean {
  return questions.length > questionsInOneCard;
}
