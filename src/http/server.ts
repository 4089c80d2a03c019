import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Logger } from 'pino';
import restify from 'restify';
import { type AnswerOptions, handlersOf } from './answer-request.ts';
import { type CallLimitOptions, createCallLimit, usualCallLimit, usualRefusalLimit } from './call-limit.ts';
import { sendProblem } from './failure.ts';
import { type Explain, plainProblem } from './problem.ts';
import type { Caller, Route } from './route.ts';
import { type StreamTiming, usualStreamTiming } from './streams.ts';

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
  readonly refusalLimit?: CallLimitOptions;
  /** Whether all requests come through a proxy, which names in `X-Forwarded-For` whom it had them from. */
  readonly behindProxy?: boolean;
  readonly streams?: StreamTiming;
}

/** Serves the route table over HTTP. Throws EADDRINUSE when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: 'cps-roadmap', ignoreTrailingSlash: true });
  const closing = new AbortController();
  const answerOptions: AnswerOptions = {
    ...options,
    countCall: createCallLimit(options.callLimit ?? usualCallLimit),
    countRefusal: createCallLimit(options.refusalLimit ?? usualRefusalLimit),
    behindProxy: options.behindProxy ?? false,
    closing: closing.signal,
    timing: options.streams ?? usualStreamTiming,
  };
  for (const route of options.routes) register(server, route, answerOptions);
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

function register(server: restify.Server, route: Route, options: AnswerOptions): void {
  const handlers = handlersOf(route, options);
  switch (route.method) {
    case 'get':
      server.get(route.path, ...handlers);
      return;
    case 'post':
      server.post(route.path, ...handlers);
      return;
    case 'put':
      server.put(route.path, ...handlers);
      return;
    case 'delete':
      server.del(route.path, ...handlers);
      return;
  }
}
