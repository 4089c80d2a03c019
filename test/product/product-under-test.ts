import { pino } from 'pino';
import { type Product, startProduct } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import { startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import { startEmbeddedQueue } from '../../src/local/embedded-queue.ts';
import type { Person } from '../../src/people/person.ts';
import { type Clock, systemClock } from '../../src/time/clock.ts';
import type { UserOptions } from '../simulator/conversations.ts';
import type { TeamsOptions } from '../simulator/settings.ts';
import { createTeams, type Teams } from '../simulator/teams.ts';

export const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
export const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';

export interface ProductUnderTest {
  readonly product: Product;
  readonly teams: Teams;
  readonly config: Config;
  /** What the product logged, a line each. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export interface UnderTestOptions {
  readonly people: readonly Person[];
  readonly users?: readonly UserOptions[];
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
  readonly teams?: Partial<TeamsOptions>;
}

/** The whole product on the embedded store and queue, with the simulator in the place of Teams. */
export async function startProductUnderTest(options: UnderTestOptions): Promise<ProductUnderTest> {
  const [cosmos, queue] = await Promise.all([startEmbeddedCosmos({ port: 0 }), startEmbeddedQueue({ port: 0 })]);
  const users = options.users ?? options.people.map(({ id, name }) => ({ aadObjectId: id, name: name ?? id }));
  const teams = await createTeams({ botAppId: appId, tenantId, users, ...options.teams });
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const config: Config = {
    production: false,
    role: 'both',
    http: { host: '127.0.0.1', port: 0 },
    logLevel: 'info',
    contactAddress: 'roadmap@example.org',
    bot: {
      appId,
      appType: 'SingleTenant',
      tenantId,
      defaultServiceUrl: teams.serviceUrl,
      localIssuer: { issuer: teams.issuer, openIdMetadataUrl: teams.openIdMetadataUrl },
    },
    api: { clientId: appId, audience: `api://${appId}` },
    tab: { folder: 'dist/tab', hostOrigins: [] },
    cosmos: { endpoint: cosmos.endpoint, key: cosmos.key, database: 'cps-roadmap' },
    queue: { connectionString: queue.connectionString },
    queueName: 'deliveries',
    sendingHours: 'any-time',
    daysBetweenPrompts: 7,
    tenantPerSecond: 200,
    resultsEveryMinutes: 1_440,
    retentionMonths: 12,
    fileUploadHosts: [],
    ...options.config,
  };
  const product = await startProduct(config, log, options.clock ?? systemClock);
  await Promise.all(options.people.map((person) => product.stores.people.create(person)));
  teams.connect(`http://127.0.0.1:${product.port}/api/messages`);
  return {
    product,
    teams,
    config,
    logged,
    close: async () => {
      await product.stop();
      await teams.close();
      await queue.close();
      await cosmos.close();
    },
  };
}
