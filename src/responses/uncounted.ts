import { isDeepStrictEqual } from 'node:util';
import type { AnswerValue, Response } from './response.ts';

/** Whether the published figures do not hold a response as it is now. */
export function isUncounted({ answers, counted }: Pick<Response, 'answers' | 'counted'>): boolean {
  const now = Object.keys(answers);
  const then = Object.keys(counted?.answers ?? {});
  return (
    counted === undefined ||
    now.length !== then.length ||
    now.some((id) => !isDeepStrictEqual(countedAs(answers[id]), counted.answers[id]))
  );
}

/** A written answer counts as given or not: its text is published apart, and not kept a second time. */
export function countedAs(value: AnswerValue | undefined): AnswerValue | undefined {
  return value?.kind === 'free-text' ? { kind: 'free-text', text: '' } : value;
}
