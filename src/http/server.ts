import { once } from 'node:events';
import type { Logger } from 'pino';
import restify from 'restify';
import type { Route } from './route.ts';

/** Activities and answers are far smaller; more than this is refused with 413. In bytes. */
const largestBody = 256 * 1024;

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly log: Logger;
}

/** Serves the route table over HTTP. Throws EADDRINUSE when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: 'cps-roadmap', ignoreTrailingSlash: true });
  const readBody = restify.plugins.bodyParser({ maxBodySize: largestBody, mapParams: false });
  for (const route of options.routes) mount(server, route, readBody, options.log);
  server.on('restifyError', (_request, response, error, done) => {
    const status = typeof error.statusCode === 'number' ? error.statusCode : 500;
    response.send(status, { error: { code: error.body?.code ?? 'Unexpected' } });
    done();
  });
  server.listen(options.port, options.host);
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))]);
  return {
    port: server.address().port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      await closed;
    },
  };
}

function mount(
  server: restify.Server,
  route: Route,
  readBody: restify.RequestHandler | restify.RequestHandler[],
  log: Logger,
): void {
  const handle: restify.RequestHandler = (request, response, next) => {
    route
      .handle({ authorization: request.header('authorization', ''), body: request.body })
      .then(({ status, body }) => {
        if (body === undefined) response.send(status);
        else response.send(status, body);
        next();
      })
      .catch((error: unknown) => {
        log.error({ err: error, path: route.path }, 'request failed');
        response.send(500, { error: { code: 'Unexpected' } });
        next();
      });
  };
  if (route.method === 'get') server.get(route.path, handle);
  else server.post(route.path, readBody, handle);
}
