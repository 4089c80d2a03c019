import { most } from './content-problems.ts';
import { offeredTexts, type Question } from './question.ts';

/** The questions of a prompt while its author writes them: each is numbered by where it stands. */
type Questions = readonly Question[];

/** A question to be filled in. */
export function emptyQuestion(number: number): Question {
  return { id: `q${number}`, kind: 'one-choice', text: { en: '' }, required: true, options: [] };
}

/** One question more at the end; no more than a prompt may have. */
export function withQuestion(questions: Questions, question: Question): Questions {
  return questions.length < most.questions ? numbered([...questions, question]) : questions;
}

/** Without one question; the last one there is leaves an empty one in its place. */
export function withoutQuestion(questions: Questions, number: number): Questions {
  const left = questions.filter((_, index) => index !== number - 1);
  return left.length === 0 ? [emptyQuestion(1)] : numbered(left);
}

/** With one question a place further up; the first stays where it is. */
export function movedUp(questions: Questions, number: number): Questions {
  const [above, moved] = [questions[number - 2], questions[number - 1]];
  if (above === undefined || moved === undefined) return questions;
  return numbered(questions.toSpliced(number - 2, 2, moved, above));
}

/** Those of which anything is written. */
export function writtenQuestions(questions: Questions): Questions {
  const texts = (question: Question) => [question.text, ...offeredTexts(question)];
  return numbered(
    questions.filter((question) => texts(question).some(({ en, cy = '' }) => `${en}${cy}`.trim() !== '')),
  );
}

function numbered(questions: Questions): Questions {
  return questions.map((question, index) => ({ ...question, id: `q${index + 1}` }));
}
