import { isDeepStrictEqual } from 'node:util';
import { type AnswerValue, type Response, respondents } from './response.ts';

/** Whether the published figures and comments do not hold a response as it is now. */
export function isUncounted({
  answers,
  counted,
  revision,
}: Pick<Response, 'answers' | 'counted' | 'revision'>): boolean {
  if (counted === undefined) return true;
  if (counted.closed === true) return false;
  const now = Object.keys(answers);
  return (
    now.length !== Object.keys(counted.answers).length ||
    now.some((id) => !isDeepStrictEqual(countedAs(answers[id]), counted.answers[id])) ||
    now.length > 0 !== Object.hasOwn(counted.groups, respondents) ||
    Object.values(counted.comments ?? {}).some((comment) => comment.revision !== revision)
  );
}

/** A written answer counts as given or not: its text is published apart, and not kept a second time. */
export function countedAs(value: AnswerValue | undefined): AnswerValue | undefined {
  return value?.kind === 'free-text' ? { kind: 'free-text', text: '' } : value;
}
