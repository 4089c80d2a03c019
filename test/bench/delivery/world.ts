import type { Container } from '@azure/cosmos';
import PQueue from 'p-queue';
import { openStores, type Stores } from '../../../src/compose.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import type { WorkQueue } from '../../../src/delivery/work-queue.ts';
import type { Person } from '../../../src/people/person.ts';
import { createAzureWorkQueue } from '../../../src/queue/azure-work-queue.ts';
import { type RemoteTeams, startRemoteTeams } from '../../simulator/remote.ts';
import type { TeamsOptions } from '../../simulator/settings.ts';
import { startChild } from '../child-process.ts';
import { conversationOf, staffMember } from './audience.ts';
import { tell } from './output.ts';

/** Teams, the store and the queue, each in a process of its own, with an audience that has chats. */
export interface World {
  readonly teams: RemoteTeams;
  readonly stores: Stores;
  readonly queue: WorkQueue;
  /** The items of deliveries, for questions that the product never asks. */
  readonly deliveries: Container;
  /** How the product is told of all that, for a sender. */
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Config;
  readonly people: readonly Person[];
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly people: number;
  readonly tenantPerSecond: number;
  readonly teams: Partial<TeamsOptions>;
  /** The area of the person at this place in the list. */
  readonly areaOf?: (index: number) => string;
}

const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';
const writesAtOnce = 32;
const usersAtOnce = 2_000;

export async function startWorld(options: WorldOptions): Promise<World> {
  const [cosmos, queueServer, teams] = await Promise.all([
    startChild<{ endpoint: string; key: string }>('delivery/cosmos-process.ts'),
    startChild<{ connectionString: string }>('delivery/queue-process.ts'),
    startRemoteTeams({ botAppId: appId, tenantId, record: 'counts', ...options.teams }),
  ]);
  const environment = {
    ROLE: 'sender',
    LOG_LEVEL: 'info',
    CONTACT_ADDRESS: 'roadmap@example.org',
    BOT_APP_ID: appId,
    BOT_APP_TYPE: 'SingleTenant',
    BOT_TENANT_ID: tenantId,
    BOT_DEFAULT_SERVICE_URL: teams.serviceUrl,
    BOT_LOCAL_ISSUER: teams.issuer,
    BOT_LOCAL_OPENID_METADATA: teams.openIdMetadataUrl,
    COSMOS_ENDPOINT: cosmos.ready.endpoint,
    COSMOS_KEY: cosmos.ready.key,
    QUEUE_CONNECTION_STRING: queueServer.ready.connectionString,
    SENDING_HOURS: 'any-time',
    TENANT_PER_SECOND: String(Math.min(1_000, options.tenantPerSecond)),
  };
  const config = { ...readConfig(environment), tenantPerSecond: options.tenantPerSecond };
  const { stores, client, database } = await openStores(config);
  const queue = createAzureWorkQueue({
    account: { connectionString: queueServer.ready.connectionString },
    queue: config.queueName,
    onPoison: ({ text }) => tell(`put aside: ${text}`),
  });
  await queue.ensureQueues();
  const areaOf = options.areaOf ?? (() => 'wessex');
  const people = Array.from({ length: options.people }, (_, index) =>
    staffMember(index + 1, teams.serviceUrl, areaOf(index)),
  );
  await addUsers(teams, people);
  const writes = new PQueue({ concurrency: writesAtOnce });
  await writes.addAll(people.map((person) => () => stores.people.create(person)));
  return {
    teams,
    stores,
    queue,
    deliveries: database.container('deliveries'),
    environment,
    config,
    people,
    close: async () => {
      client.dispose();
      await Promise.all([cosmos.stop(), queueServer.stop(), teams.stop()]);
    },
  };
}

async function addUsers(teams: RemoteTeams, people: readonly Person[]): Promise<void> {
  const users = people.map(({ id, name = id }, index) => ({
    name,
    aadObjectId: id,
    conversationId: conversationOf(index + 1),
  }));
  for (let from = 0; from < users.length; from += usersAtOnce) {
    await teams.call('addUsers', { users: users.slice(from, from + usersAtOnce) });
  }
}
