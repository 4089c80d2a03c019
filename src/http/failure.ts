import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type restify from 'restify';
import { isProductError } from '../errors/product-error.ts';
import type { Language } from '../language/texts.ts';
import { type Explain, type ProblemAnswer, plainProblem, problemOf } from './problem.ts';

export interface FailureOptions {
  readonly log: Logger;
  readonly explain: Explain;
}

/** Answers with the problem, and logs it; when the answer has begun already, the connection is cut. */
export function sendFailure(
  error: unknown,
  request: restify.Request,
  response: restify.Response,
  path: string,
  { log, explain }: FailureOptions,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const correlationId = randomUUID();
  const known = { correlationId, path };
  if (isProductError(error)) {
    // Whoever calls too often would fill the log as well.
    const level = error.code === 'TooManyRequests' ? 'debug' : 'info';
    log[level]({ ...known, code: error.code, facts: error.facts }, 'request refused');
  } else log.error({ ...known, err: error }, 'request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const language = languageOf(request.header('accept-language', ''));
  const answer = isProductError(error)
    ? problemOf(error, explain(error.code, error.facts, language), correlationId, more)
    : plainProblem(500, 'Unexpected', correlationId, explain('Unexpected', {}, language));
  sendProblem(response, answer);
}

export function sendProblem(response: restify.Response, { problem, headers }: ProblemAnswer): void {
  response.sendRaw(problem.status, JSON.stringify(problem), {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

function languageOf(acceptLanguage: string): Language {
  return /^\s*cy\b/i.test(acceptLanguage) ? 'cy' : 'en';
}
