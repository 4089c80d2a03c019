import type { ContentProblemJson } from '../../api/contract/broadcasts.ts';
import type { Language } from '../../language/texts.ts';

/** What stands in the way of sending, in words, by field; empty until the author wants to send. */
export type Problems = ReadonlyMap<string, string>;

export function problemsByField(problems: readonly ContentProblemJson[]): Problems {
  return new Map(problems.map(({ field, text }) => [field, text]));
}

/** The problems of one text, by language. */
export function problemsOfTexts(problems: Problems, field: string): Partial<Record<Language, string>> {
  const [en, cy] = [problems.get(`${field}.en`), problems.get(`${field}.cy`)];
  return { ...(en === undefined ? {} : { en }), ...(cy === undefined ? {} : { cy }) };
}

/** Whether something in a question must be mended. */
export function problemsOfQuestion(problems: Problems, questionId: string): boolean {
  return [...problems.keys()].some((field) => field.startsWith(`${questionId}.`));
}

/** The question in which a problem is; undefined when it is elsewhere. */
export function questionOf(field: string): string | undefined {
  return /^(q\d+)\./.exec(field)?.[1];
}

/** The id of the element that opens a question. */
export function headOf(questionId: string): string {
  return `${questionId}-head`;
}

/** The id of the element in which a problem is mended; see the fields for theirs. */
export function elementOf(field: string): string {
  if (field === 'deadline.date') return 'deadline';
  if (field.includes('.options.')) return field.replace(/\.options\..*$/, '.options');
  return field.replace(/\.en$/, '').replace(/\.cy$/, '-cy');
}
