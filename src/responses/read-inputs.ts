import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { Answers, AnswerValue } from './response.ts';

/** Why the answer to a question cannot be taken. */
export type AnswerProblem = 'missing' | 'unknown-option' | 'too-long' | 'not-understood';

export interface ReadInputs {
  /** What was understood, also of answers that cannot be taken, so that they can be shown again. */
  readonly answers: Answers;
  /** By question id; empty when every answer can be taken. */
  readonly problems: Readonly<Record<string, AnswerProblem>>;
}

type Inputs = Readonly<Record<string, unknown>>;

/** Neither: the question was left empty. Both: something was understood, but it cannot be taken. */
interface Reading {
  readonly value?: AnswerValue | undefined;
  readonly problem?: AnswerProblem | undefined;
}

/** Of a text that is too long so much is shown again, in characters. */
const longestShownAgain = 4_000;

/**
 * Reads what a card's inputs say. Inputs are named `q1`, or `q1.row` for a row or an item of question `q1`. Empty text
 * and null count as not answered, because some Teams clients send null even for required inputs. Inputs that belong to
 * no question are ignored.
 */
export function readInputs(questions: readonly Question[], inputs: Inputs): ReadInputs {
  const answers: Record<string, AnswerValue> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const { value, problem } = read(question, inputs);
    if (value !== undefined) answers[question.id] = value;
    if (problem !== undefined) problems[question.id] = problem;
    else if (value === undefined && question.required) problems[question.id] = 'missing';
  }
  return { answers, problems };
}

function read(question: Question, inputs: Inputs): Reading {
  switch (question.kind) {
    case 'one-choice':
      return oneChoice(question.options, inputs[question.id]);
    case 'several-choices':
      return severalChoices(question.options, inputs[question.id]);
    case 'scale':
      return scale(inputs[question.id]);
    case 'free-text':
      return freeText(question.maxLength, inputs[question.id]);
    case 'rows': {
      const { chosen: rows, count, problem } = perOption(question.id, question.rows, rowAnswers, inputs);
      const missing = question.required && count < question.rows.length ? 'missing' : undefined;
      return { value: count === 0 ? undefined : { kind: 'rows', rows }, problem: problem ?? missing };
    }
    case 'tagged-items': {
      const { chosen: tags, count, problem } = perOption(question.id, question.items, itemTags, inputs);
      return { value: count === 0 ? undefined : { kind: 'tagged-items', tags }, problem };
    }
  }
}

function oneChoice(options: readonly Option[], input: unknown): Reading {
  if (isEmpty(input)) return {};
  if (typeof input !== 'string') return { problem: 'not-understood' };
  const known = options.some(({ id }) => id === input);
  return known ? { value: { kind: 'one-choice', option: input } } : { problem: 'unknown-option' };
}

function severalChoices(options: readonly Option[], input: unknown): Reading {
  if (isEmpty(input)) return {};
  if (typeof input !== 'string') return { problem: 'not-understood' };
  const picked = new Set(input.split(','));
  const known = options.map(({ id }) => id).filter((id) => picked.has(id));
  return {
    value: known.length === 0 ? undefined : { kind: 'several-choices', options: known },
    problem: known.length < picked.size ? 'unknown-option' : undefined,
  };
}

function scale(input: unknown): Reading {
  if (isEmpty(input)) return {};
  if (typeof input !== 'string' && typeof input !== 'number') return { problem: 'not-understood' };
  const known = /^[1-5]$/.test(String(input));
  return known ? { value: { kind: 'scale', value: Number(input) } } : { problem: 'unknown-option' };
}

function freeText(maxLength: number, input: unknown): Reading {
  if (isEmpty(input)) return {};
  if (typeof input !== 'string') return { problem: 'not-understood' };
  // Half a character, as a client that cuts a text may send it, cannot be stored.
  const text = input.trim().toWellFormed();
  if (text.length <= maxLength) return { value: { kind: 'free-text', text } };
  return { value: { kind: 'free-text', text: text.slice(0, longestShownAgain).toWellFormed() }, problem: 'too-long' };
}

function perOption<T extends string>(
  questionId: string,
  options: readonly Option[],
  allowed: readonly T[],
  inputs: Inputs,
): {
  readonly chosen: Readonly<Record<string, T>>;
  readonly count: number;
  readonly problem?: AnswerProblem | undefined;
} {
  const chosen: Record<string, T> = {};
  let problem: AnswerProblem | undefined;
  for (const { id } of options) {
    const input = inputs[`${questionId}.${id}`];
    if (isEmpty(input)) continue;
    const value = allowed.find((each) => each === input);
    if (value !== undefined) chosen[id] = value;
    else problem = typeof input === 'string' ? 'unknown-option' : 'not-understood';
  }
  return { chosen, count: Object.keys(chosen).length, problem };
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
}
