import { pino } from 'pino';
import type { ApiServices } from '../../src/api/api-services.ts';
import { createEntraSignIn } from '../../src/api/entra-token.ts';
import { createExplain } from '../../src/api/explain.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import { type ServerOptions, startServer } from '../../src/http/server.ts';
import { systemClock } from '../../src/time/clock.ts';
import { memoryServices } from './api-services.ts';
import { audience, clientId, type Entra, startEntra, tenantId } from './entra.ts';

export interface ApiUnderTest {
  readonly services: ApiServices;
  readonly origin: string;
  readonly entra: Entra;
  /** What the server logged, a line each. */
  readonly logged: readonly string[];
  /** Calls a path, under a token unless there is none to send. */
  get(path: string, token?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Calls a route as a person; a body that is no text is sent as JSON. */
  call(as: string, method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
  /** Stops serving, as a process does that is shut down. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

/** The API as it is, over HTTP, with its tokens checked, on stores in memory. */
export async function startApi(
  options: Partial<ServerOptions> = {},
  services: ApiServices = memoryServices(),
): Promise<ApiUnderTest> {
  const entra = await startEntra();
  const logged: string[] = [];
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: apiRoutes(services),
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    signIn: createEntraSignIn({ tenantId, clientId, audience, localJwksUrl: entra.jwksUrl, clock: systemClock }),
    explain: createExplain(services.texts),
    callLimit: { burst: 10_000, perSecond: 1_000, callers: 100 },
    refusalLimit: { burst: 10_000, perSecond: 1_000, callers: 100 },
    ...options,
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const stop = server.close;
  return {
    services,
    origin,
    entra,
    logged,
    get: (path, token, headers = {}) =>
      fetch(`${origin}${path}`, {
        headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      }),
    call: async (as, method, path, body, headers = {}) =>
      fetch(`${origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${await entra.token(as)}`, ...typeOf(body), ...headers },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop,
    close: async () => {
      await stop();
      await entra.close();
    },
  };
}

function typeOf(body: unknown): Headers {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' };
}
