import type { ApiAnswer } from './api-answers.ts';

/** An answer that never comes. */
export function never(): Promise<ApiAnswer> {
  return new Promise(() => undefined);
}

/** The server refuses. */
export function refusal(status: number, code: string, detail: string, current?: unknown): ApiAnswer {
  return { status, json: { title: code, status, code, detail, correlationId: 'c0ffee', current } };
}

/** Fails the first times, and then answers. */
export function afterFailures<Call>(
  failures: readonly ApiAnswer[],
  answer: (call: Call) => ApiAnswer,
): (call: Call) => ApiAnswer {
  const left = [...failures];
  return (call) => left.shift() ?? answer(call);
}
