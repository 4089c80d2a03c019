import { ManagedIdentityCredential } from '@azure/identity';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { Agent } from 'undici';
import { createAfterwards } from './bot/afterwards.ts';
import type { BotServices } from './bot/bot-services.ts';
import { createCardMaker } from './bot/broadcast-cards.ts';
import { createDoor } from './bot/door.ts';
import { handleActivity } from './bot/handle-activity.ts';
import type { Broadcast } from './broadcasts/broadcast.ts';
import { createCardTexts } from './cards/card-texts.ts';
import type { Config } from './config.ts';
import { createCosmosBroadcastStore } from './cosmos/cosmos-broadcast-store.ts';
import { createCosmosDeliveryStore } from './cosmos/cosmos-delivery-store.ts';
import { createCosmosPeopleStore } from './cosmos/cosmos-people-store.ts';
import { createCosmosResponseStore } from './cosmos/cosmos-response-store.ts';
import { createCosmosRoadmapStore } from './cosmos/cosmos-roadmap-store.ts';
import { ensureContainers, openCosmos } from './cosmos/database.ts';
import type { DeliveryPorts } from './delivery/delivery-ports.ts';
import { readProgress } from './delivery/progress.ts';
import { runSender } from './delivery/run-sender.ts';
import { healthRoutes } from './http/health.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { listAreas } from './people/areas.ts';
import { createAzureWorkQueue } from './queue/azure-work-queue.ts';
import { createBotAuthentication } from './teams/bot-authentication.ts';
import { createBotCredential } from './teams/bot-credentials.ts';
import { createBotToken } from './teams/bot-token.ts';
import { createConnectorCardSender } from './teams/connector-card-sender.ts';
import { type Clock, systemClock } from './time/clock.ts';

export interface Product {
  /** The port of the web role; undefined without it. */
  readonly port?: number;
  readonly stores: Stores;
  /** Finishes what is under way, takes nothing more, and resolves. */
  stop(): Promise<void>;
}

export type Stores = Awaited<ReturnType<typeof openStores>>['stores'];

/** A broadcast that was sent is read from memory for so long. Its content cannot change; its state may lag by this. */
const sentBroadcastKeptMs = 2_000;

const sender = { atOnce: 2, idleMs: 250, sweepMs: 30_000 } as const;

/** Puts the product together from its configuration and starts the roles it names. */
export async function startProduct(config: Config, log: Logger, clock: Clock = systemClock): Promise<Product> {
  const { stores, client, database } = await openStores(config);
  const queue = openQueue(config, log);
  await queue.ensureQueues();
  const texts = createCardTexts();
  const areas = listAreas();
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  const token = createBotToken(createBotCredential(config.bot), clock);
  const { appId, tenantId, defaultServiceUrl } = config.bot;
  const connector = { appId, tenantId, defaultServiceUrl, token, dispatcher, clock, timeoutMs: 15_000 };
  const cardSender = createConnectorCardSender(connector);
  const afterwards = createAfterwards();
  const cards = createCardMaker({ ...stores, areas, texts });
  const delivery: DeliveryPorts = { ...stores, queue, sender: cardSender, cards, clock };
  const services: BotServices = {
    ...stores,
    compose: { ...stores, clock, areas },
    responses: {
      ...stores,
      clock,
      sentBroadcast: keepSent(stores.broadcasts.get),
      asked: askedFrom(stores.deliveries),
    },
    results: { ...stores, areas, clock, reached: reachedFrom(delivery) },
    queue,
    sender: cardSender,
    areas,
    clock,
    texts,
    contactAddress: config.contactAddress,
    afterwards: afterwards.run,
  };
  const senderRole =
    config.role === 'web'
      ? undefined
      : runSender(delivery, {
          ...sender,
          onError: (error, work) => log.error({ err: error, work }, 'work failed; it will be tried again'),
        });
  const checks = { cosmos: () => database.read(), queue: () => queue.ensureQueues() };
  const server = config.role === 'sender' ? undefined : await serve(config, log, services, token, checks);
  return {
    ...(server === undefined ? {} : { port: server.port }),
    stores,
    stop: async () => {
      await server?.close();
      await senderRole?.stop();
      await afterwards.finished();
      await dispatcher.close();
      client.dispose();
    },
  };
}

async function serve(
  config: Config,
  log: Logger,
  services: BotServices,
  token: () => Promise<string>,
  checks: Parameters<typeof healthRoutes>[0],
): Promise<RunningServer> {
  const door = createDoor({
    authentication: createBotAuthentication(config.bot, token),
    tenantId: config.bot.tenantId,
    log,
    handle: (activity, turnLog) => handleActivity(services, activity, turnLog),
  });
  return startServer({
    ...config.http,
    log,
    routes: [
      {
        method: 'post',
        path: '/api/messages',
        authorisation: 'bot-framework',
        handle: ({ authorization, body }) => door(authorization, body),
      },
      ...healthRoutes(checks, log),
    ],
  });
}

/** Opens the stores on Cosmos DB, making what is missing of them. */
export async function openStores(config: Config) {
  const { endpoint, key, database: name } = config.cosmos;
  const client = openCosmos(key === undefined ? { endpoint, credential: azureCredential(config) } : { endpoint, key });
  const database = await ensureContainers(client, name);
  const stores = {
    people: createCosmosPeopleStore(database.container('people')),
    roadmap: createCosmosRoadmapStore(database.container('roadmap')),
    broadcasts: createCosmosBroadcastStore(database.container('broadcasts')),
    deliveries: createCosmosDeliveryStore(database.container('deliveries')),
    responses: createCosmosResponseStore(database.container('responses')),
  };
  return { stores, client, database };
}

function openQueue(config: Config, log: Logger) {
  const account = 'endpoint' in config.queue ? { ...config.queue, credential: azureCredential(config) } : config.queue;
  return createAzureWorkQueue({
    account,
    queue: config.queueName,
    onPoison: ({ reason, deliveries }) => log.error({ reason, deliveries }, 'a queue message was put aside'),
  });
}

function azureCredential({ managedIdentityClientId }: Config): ManagedIdentityCredential {
  return managedIdentityClientId === undefined
    ? new ManagedIdentityCredential()
    : new ManagedIdentityCredential({ clientId: managedIdentityClientId });
}

function keepSent(get: Stores['broadcasts']['get']): (id: string) => Promise<Broadcast | undefined> {
  const kept = new LRUCache<string, Broadcast>({ max: 200, ttl: sentBroadcastKeptMs });
  return async (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const stored = await get(id);
    if (stored !== undefined && stored.value.state !== 'draft') kept.set(id, stored.value);
    return stored?.value;
  };
}

function askedFrom(deliveries: Stores['deliveries']): BotServices['responses']['asked'] {
  return async (broadcastId, personId) => {
    const stored = await deliveries.get(broadcastId, personId);
    if (stored === undefined) return undefined;
    const { area, site, role, language, message } = stored.value;
    return {
      area,
      language,
      ...(site === undefined ? {} : { site }),
      ...(role === undefined ? {} : { role }),
      ...(message === undefined ? {} : { message }),
    };
  };
}

function reachedFrom(delivery: DeliveryPorts): BotServices['results']['reached'] {
  return async (broadcast) => {
    const { recipients, outcome } = await readProgress(delivery, broadcast);
    return { asked: recipients, reached: outcome.sent };
  };
}
