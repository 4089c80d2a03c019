import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Logger } from 'pino';
import restify from 'restify';
import { isProductError } from '../errors/product-error.ts';
import type { Language } from '../language/texts.ts';
import { type CallLimitOptions, createCallLimit, usualCallLimit } from './call-limit.ts';
import { type Explain, type ProblemAnswer, plainProblem, problemOf } from './problem.ts';
import type { Caller, Route, RouteAnswer } from './route.ts';
import { type StreamTiming, sendDownload, sendEvents, usualStreamTiming } from './streams.ts';

/** Activities and answers are far smaller; more than this is refused with 413. In bytes. */
const largestBody = 256 * 1024;

/** How often connections that have become idle are looked for while closing, in milliseconds. */
const closeIdleEveryMs = 50;

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, ends streams of events, and resolves when those under way are answered. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly log: Logger;
  /** Verifies the Authorization header of somebody signed in. Throws NotSignedIn and SignInUnavailable. */
  readonly signIn: (authorization: string) => Promise<Caller>;
  readonly explain: Explain;
  readonly callLimit?: CallLimitOptions;
  readonly streams?: StreamTiming;
}

/** Serves the route table over HTTP. Throws EADDRINUSE when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: 'cps-roadmap', ignoreTrailingSlash: true });
  const readBody = restify.plugins.bodyParser({ maxBodySize: largestBody, mapParams: false });
  const closing = new AbortController();
  const countCall = createCallLimit(options.callLimit ?? usualCallLimit);
  for (const route of options.routes) {
    const handle = handlerOf(route, options, countCall, closing.signal);
    if (route.method === 'get') server.get(route.path, handle);
    else server.post(route.path, refuseOtherThanJson, readBody, handle);
  }
  const signedInPaths = new Set(options.routes.filter(isSignedIn).map(({ path }) => path));
  server.on('restifyError', (request, response, error, done) => {
    const status = typeof error.statusCode === 'number' ? error.statusCode : 500;
    const code = error.body?.code ?? 'Unexpected';
    if (signedInPaths.has(request.getRoute()?.path)) sendProblem(response, plainProblem(status, code, randomUUID()));
    else response.send(status, { error: { code } });
    done();
  });
  server.listen(options.port, options.host);
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))]);
  return {
    port: server.address().port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closing.abort();
      server.server.closeIdleConnections();
      const closingIdle = setInterval(() => server.server.closeIdleConnections(), closeIdleEveryMs);
      await closed;
      clearInterval(closingIdle);
    },
  };
}

function isSignedIn({ authorisation }: Route): boolean {
  return authorisation === 'signed-in';
}

/** Before a body is read, by whomever it was sent: no form, no file and nothing packed is ever opened. */
function refuseOtherThanJson(request: restify.Request, response: restify.Response, next: restify.Next): void {
  const empty = (request.getContentLength() ?? 0) === 0 && !request.isChunked();
  const plain = request.header('content-encoding', 'identity') === 'identity';
  const readable = empty || (plain && request.contentType() === 'application/json');
  if (!readable) sendProblem(response, plainProblem(415, 'UnsupportedMediaType', randomUUID()));
  next(readable ? undefined : false);
}

function handlerOf(
  route: Route,
  options: ServerOptions,
  countCall: (personId: string) => void,
  closing: AbortSignal,
): restify.RequestHandler {
  const answer = async (request: restify.Request): Promise<RouteAnswer> => {
    const authorization = request.header('authorization', '');
    const asked = { authorization, body: request.body, params: request.params ?? {}, query: request.getQuery() ?? '' };
    if (route.authorisation !== 'signed-in') return route.handle(asked);
    const caller = await options.signIn(authorization);
    countCall(caller.personId);
    return route.handle({ ...asked, caller });
  };
  return (request, response, next) => {
    answer(request)
      .then((answered) => send(response, answered, closing, options.streams ?? usualStreamTiming))
      .catch((error: unknown) => sendFailure(error, request, response, route, options))
      .then(() => next(), next);
  };
}

async function send(
  response: restify.Response,
  answer: RouteAnswer,
  closing: AbortSignal,
  timing: StreamTiming,
): Promise<void> {
  if ('events' in answer) await sendEvents(response, answer, closing, timing);
  else if ('chunks' in answer) await sendDownload(response, answer, timing);
  else if (answer.body === undefined) response.send(answer.status);
  else response.send(answer.status, answer.body);
}

/** Answers with the problem; when the answer has begun already, the connection is cut. */
function sendFailure(
  error: unknown,
  request: restify.Request,
  response: restify.Response,
  route: Route,
  { log, explain }: ServerOptions,
): void {
  const correlationId = randomUUID();
  const known = { correlationId, path: route.path };
  if (isProductError(error)) log.info({ ...known, code: error.code, facts: error.facts }, 'request refused');
  else log.error({ ...known, err: error }, 'request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const language = languageOf(request.header('accept-language', ''));
  const answer = isProductError(error)
    ? problemOf(error, explain(error.code, error.facts, language), correlationId)
    : plainProblem(500, 'Unexpected', correlationId, explain('Unexpected', {}, language));
  sendProblem(response, answer);
}

function sendProblem(response: restify.Response, { problem, headers }: ProblemAnswer): void {
  response.sendRaw(problem.status, JSON.stringify(problem), {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

function languageOf(acceptLanguage: string): Language {
  return /^\s*cy\b/i.test(acceptLanguage) ? 'cy' : 'en';
}
