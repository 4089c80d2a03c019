import { STATUS_CODES } from 'node:http';
import { type ErrorCode, errorStatus } from '../errors/error-codes.ts';
import type { ProductError } from '../errors/product-error.ts';
import type { Language } from '../language/texts.ts';

/** Says what went wrong and what to do, in words for people. */
export type Explain = (code: ErrorCode | 'Unexpected', facts: ProductError['facts'], language: Language) => string;

/** What a request that failed is answered with: Problem Details, RFC 9457. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  /** For machines; for people there is `detail`. */
  readonly code: string;
  readonly detail?: string;
  /** Under which the log says more. */
  readonly correlationId: string;
  /** What else there is to tell. */
  readonly [more: string]: unknown;
}

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer to a coded error; `more` becomes members of the problem. */
export function problemOf(
  { code, facts }: ProductError,
  detail: string,
  correlationId: string,
  more: Readonly<Record<string, unknown>> = {},
): ProblemAnswer {
  const field = code === 'RequestMalformed' && facts.field !== undefined ? { field: facts.field } : {};
  return {
    problem: { ...problem(errorStatus[code], code, correlationId, detail), ...field, ...more },
    headers: headersOf(code, facts),
  };
}

/** The answer to an error that nobody foresaw, or that HTTP itself has a name for. */
export function plainProblem(status: number, code: string, correlationId: string, detail?: string): ProblemAnswer {
  return { problem: problem(status, code, correlationId, detail), headers: {} };
}

function problem(status: number, code: string, correlationId: string, detail: string | undefined): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return { title, status, code, ...(detail === undefined ? {} : { detail }), correlationId };
}

function headersOf(code: ErrorCode, facts: ProductError['facts']): Readonly<Record<string, string>> {
  if (code === 'NotSignedIn') return { 'www-authenticate': 'Bearer' };
  if (code === 'TooManyRequests') return { 'retry-after': String(facts.seconds) };
  if (code === 'StillUnderWay') return { 'retry-after': '1' };
  return {};
}
