import type { Texts } from '../language/texts.ts';
import type { AreaList } from '../people/areas.ts';
import { type Deadline, deadlineInstant, deadlinePassed } from '../time/deadline.ts';
import { needsWelsh } from './audience.ts';
import type { Audience, BroadcastContent } from './broadcast.ts';
import { offeredTexts, type Question } from './question.ts';

/** In characters. A card stays far below the 100 KB that Teams accepts with all texts at their longest. */
export const longest = { title: 120, body: 3_000, question: 300, option: 120 } as const;

/** At most ten questions a prompt, and ten answers to choose from a question. */
export const most = { questions: 10, options: 10 } as const;

export const contentProblems = [
  'missing',
  'too-long',
  'welsh-missing',
  'too-few-options',
  'too-many-options',
  'options-unequal',
  'too-many-questions',
  'date-wrong',
  'date-past',
  'audience-empty',
] as const;
export type ContentProblem = (typeof contentProblems)[number];

/** What stands in the way of sending, by the field that it concerns, such as `title.cy` or `q1.options.en`. */
export type ContentProblems = Readonly<Record<string, ContentProblem>>;

/** Finds everything that must be mended before a broadcast can be sent. */
export function findContentProblems(
  content: BroadcastContent,
  audience: Audience,
  areas: AreaList,
  now: Date,
): ContentProblems {
  const welsh = needsWelsh(audience, areas);
  const problems: Record<string, ContentProblem> = {
    ...textProblems('title', content.title, longest.title, welsh),
    ...textProblems('body', content.body, longest.body, welsh),
  };
  if (audience.areas !== 'all' && audience.areas.length === 0) problems.audience = 'audience-empty';
  if (content.kind === 'prompt') {
    Object.assign(problems, deadlineProblems(content.deadline, now));
    if (content.questions.length === 0) problems.questions = 'missing';
    if (content.questions.length > most.questions) problems.questions = 'too-many-questions';
    for (const question of content.questions) Object.assign(problems, questionProblems(question, welsh));
  }
  return problems;
}

function textProblems(field: string, texts: Texts, limit: number, welsh: boolean): Record<string, ContentProblem> {
  const problems: Record<string, ContentProblem> = {};
  if (texts.en.trim() === '') problems[`${field}.en`] = 'missing';
  if (texts.en.length > limit) problems[`${field}.en`] = 'too-long';
  if (welsh && (texts.cy ?? '').trim() === '') problems[`${field}.cy`] = 'welsh-missing';
  if ((texts.cy ?? '').length > limit) problems[`${field}.cy`] = 'too-long';
  return problems;
}

function questionProblems(question: Question, welsh: boolean): Record<string, ContentProblem> {
  const problems = textProblems(`${question.id}.text`, question.text, longest.question, welsh);
  if (question.kind === 'free-text') return problems;
  const options = offeredTexts(question);
  const written = options.filter(({ en }) => en.trim() !== '');
  const inWelshOnly = written.length < options.length && question.kind !== 'scale';
  if (inWelshOnly) problems[`${question.id}.options.cy`] = 'options-unequal';
  if (written.length < fewestOptions(question)) problems[`${question.id}.options.en`] = 'too-few-options';
  if (options.length > most.options) problems[`${question.id}.options.en`] = 'too-many-options';
  for (const { en, cy = '' } of options) {
    if (en.length > longest.option) problems[`${question.id}.options.en`] = 'too-long';
    if (cy.length > longest.option) problems[`${question.id}.options.cy`] = 'too-long';
    if (welsh && cy.trim() === '') problems[`${question.id}.options.cy`] = 'options-unequal';
  }
  return problems;
}

function fewestOptions(question: Question): number {
  return question.kind === 'rows' || question.kind === 'tagged-items' ? 1 : 2;
}

function deadlineProblems(deadline: Deadline, now: Date): Record<string, ContentProblem> {
  try {
    deadlineInstant(deadline);
  } catch (error) {
    if (error instanceof RangeError) return { 'deadline.date': 'date-wrong' };
    throw error;
  }
  return deadlinePassed(deadline, now) ? { 'deadline.date': 'date-past' } : {};
}
