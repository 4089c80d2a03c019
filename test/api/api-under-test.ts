import { pino } from 'pino';
import type { ApiServices } from '../../src/api/api-services.ts';
import { createEntraSignIn } from '../../src/api/entra-token.ts';
import { createExplain } from '../../src/api/explain.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { type ServerOptions, startServer } from '../../src/http/server.ts';
import { listAreas } from '../../src/people/areas.ts';
import { systemClock } from '../../src/time/clock.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { audience, clientId, type Entra, startEntra, tenantId } from './entra.ts';

export interface ApiUnderTest {
  readonly services: ApiServices;
  readonly origin: string;
  readonly entra: Entra;
  /** What the server logged, a line each. */
  readonly logged: readonly string[];
  /** Calls a path, under a token unless there is none to send. */
  get(path: string, token?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Stops serving, as a process does that is shut down. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** The API as it is, over HTTP, with its tokens checked, on stores in memory. */
export async function startApi(options: Partial<ServerOptions> = {}): Promise<ApiUnderTest> {
  const entra = await startEntra();
  const logged: string[] = [];
  const services: ApiServices = {
    people: createMemoryPeopleStore(),
    broadcasts: createMemoryBroadcastStore(),
    deliveries: createMemoryDeliveryStore(),
    areas: listAreas(),
    clock: systemClock,
    texts: createCardTexts(),
  };
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: apiRoutes(services),
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    signIn: createEntraSignIn({ tenantId, clientId, audience, localJwksUrl: entra.jwksUrl, clock: systemClock }),
    explain: createExplain(services.texts),
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
    stop,
    close: async () => {
      await stop();
      await entra.close();
    },
  };
}
