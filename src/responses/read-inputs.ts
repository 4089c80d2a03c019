import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { Answers, AnswerValue } from './response.ts';

/** Why the answer to a question cannot be taken. */
export type AnswerProblem = 'missing' | 'unknown-option' | 'too-long' | 'not-understood';

export interface ReadInputs {
  readonly answers: Answers;
  /** By question id; empty when every answer can be taken. */
  readonly problems: Readonly<Record<string, AnswerProblem>>;
}

type Inputs = Readonly<Record<string, unknown>>;
type Reading = AnswerValue | AnswerProblem | undefined;

/**
 * Reads what a card's inputs say. Inputs are named `q1`, or `q1.row` for a row or an item of question `q1`. Empty text
 * and null count as not answered, because some Teams clients send null even for required inputs. Inputs that belong to
 * no question are ignored.
 */
export function readInputs(questions: readonly Question[], inputs: Inputs): ReadInputs {
  const answers: Record<string, AnswerValue> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const reading = read(question, inputs);
    if (typeof reading === 'string') problems[question.id] = reading;
    else if (reading !== undefined) answers[question.id] = reading;
    else if (question.required) problems[question.id] = 'missing';
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
      const rows = perOption(question.id, question.rows, rowAnswers, inputs);
      if (typeof rows === 'string' || rows === undefined) return rows;
      if (question.required && Object.keys(rows).length < question.rows.length) return 'missing';
      return { kind: 'rows', rows };
    }
    case 'tagged-items': {
      const tags = perOption(question.id, question.items, itemTags, inputs);
      return typeof tags === 'string' || tags === undefined ? tags : { kind: 'tagged-items', tags };
    }
  }
}

function oneChoice(options: readonly Option[], input: unknown): Reading {
  if (isEmpty(input)) return undefined;
  if (typeof input !== 'string') return 'not-understood';
  return options.some(({ id }) => id === input) ? { kind: 'one-choice', option: input } : 'unknown-option';
}

function severalChoices(options: readonly Option[], input: unknown): Reading {
  if (isEmpty(input)) return undefined;
  if (typeof input !== 'string') return 'not-understood';
  const picked = new Set(input.split(','));
  const known = options.map(({ id }) => id);
  if ([...picked].some((id) => !known.includes(id))) return 'unknown-option';
  return { kind: 'several-choices', options: known.filter((id) => picked.has(id)) };
}

function scale(input: unknown): Reading {
  if (isEmpty(input)) return undefined;
  if (typeof input !== 'string' && typeof input !== 'number') return 'not-understood';
  return /^[1-5]$/.test(String(input)) ? { kind: 'scale', value: Number(input) } : 'unknown-option';
}

function freeText(maxLength: number, input: unknown): Reading {
  if (isEmpty(input)) return undefined;
  if (typeof input !== 'string') return 'not-understood';
  const text = input.trim();
  return text.length > maxLength ? 'too-long' : { kind: 'free-text', text };
}

function perOption<T extends string>(
  questionId: string,
  options: readonly Option[],
  allowed: readonly T[],
  inputs: Inputs,
): Readonly<Record<string, T>> | AnswerProblem | undefined {
  const chosen: Record<string, T> = {};
  for (const { id } of options) {
    const input = inputs[`${questionId}.${id}`];
    if (isEmpty(input)) continue;
    if (typeof input !== 'string') return 'not-understood';
    const value = allowed.find((each) => each === input);
    if (value === undefined) return 'unknown-option';
    chosen[id] = value;
  }
  return Object.keys(chosen).length === 0 ? undefined : chosen;
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
}
