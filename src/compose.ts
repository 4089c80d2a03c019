import { randomUUID } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import { Agent } from 'undici';
import type { ApiServices } from './api/api-services.ts';
import { createAfterwards } from './bot/afterwards.ts';
import type { BotServices } from './bot/bot-services.ts';
import { createCardMaker } from './bot/broadcast-cards.ts';
import { createResultsCards } from './bot/results-cards.ts';
import type { Broadcast } from './broadcasts/broadcast.ts';
import { isUnconfirmed, type Prompt } from './broadcasts/broadcast-state.ts';
import { createCardTexts } from './cards/card-texts.ts';
import type { Config } from './config.ts';
import { createCosmosAuditStore } from './cosmos/cosmos-audit-store.ts';
import { createCosmosBroadcastStore } from './cosmos/cosmos-broadcast-store.ts';
import { createCosmosDeliveryStore } from './cosmos/cosmos-delivery-store.ts';
import { createCosmosKeptAnswerStore } from './cosmos/cosmos-kept-answer-store.ts';
import { createCosmosPaceStore } from './cosmos/cosmos-pace-store.ts';
import { createCosmosParticipationStore } from './cosmos/cosmos-participation-store.ts';
import { createCosmosPeopleStore } from './cosmos/cosmos-people-store.ts';
import { createCosmosResponseStore } from './cosmos/cosmos-response-store.ts';
import { createCosmosResultsStore } from './cosmos/cosmos-results-store.ts';
import { createCosmosRoadmapStore } from './cosmos/cosmos-roadmap-store.ts';
import { ensureContainers, openCosmos } from './cosmos/database.ts';
import { askedByArea } from './delivery/asked-by-area.ts';
import { continueSeries } from './delivery/continue-series.ts';
import type { DeliveryPorts, DeliveryTiming, SendTime } from './delivery/delivery-ports.ts';
import { createPace } from './delivery/pace/pace.ts';
import { readProgress } from './delivery/progress.ts';
import { runSender } from './delivery/run-sender.ts';
import { sendDueResults } from './delivery/send-results.ts';
import type { Route } from './http/route.ts';
import { withCommentsFollowing } from './insight/follow-comments.ts';
import type { ResultsPorts } from './insight/read-results.ts';
import { runResultsJob } from './insight/results-job.ts';
import { readSharedResults } from './insight/shared-results.ts';
import { unforeseeable } from './insight/shuffle.ts';
import { listAreas } from './people/areas.ts';
import { ensureAdministrator } from './people/first-administrator.ts';
import { hoursFor, sendTimeFor } from './people/working-time.ts';
import { createAzureWorkQueue } from './queue/azure-work-queue.ts';
import { newCardKey, withCardKey } from './responses/card-key.ts';
import { type CoarseProfiles, coarseProfiles } from './responses/coarse-profile.ts';
import { hasAnswered } from './responses/has-answered.ts';
import type { ResponsePorts } from './responses/response-ports.ts';
import { keepRetention } from './rights/keep-retention.ts';
import type { RightsPorts } from './rights/rights-ports.ts';
import { routesOf, serve } from './serve.ts';
import { createBotCredential } from './teams/bot-credentials.ts';
import { createBotToken } from './teams/bot-token.ts';
import { createConnectorCardSender } from './teams/connector-card-sender.ts';
import { createConnectorFileSender } from './teams/connector-file-sender.ts';
import { linkIntoHostPage, linkIntoTeams } from './teams/tab-links.ts';
import { type Clock, systemClock } from './time/clock.ts';
import {
  anyTime,
  areAnyTime,
  defaultSendingHours,
  nextSendingTime,
  permittedSendingHours,
  type SendingHours,
} from './time/sending-hours.ts';

export interface Product {
  readonly port: number;
  /** What it serves there, with who may call what. */
  readonly routes: readonly Pick<Route, 'method' | 'path' | 'authorisation'>[];
  readonly stores: Stores;
  /** Finishes what is under way, takes nothing more, and resolves. */
  stop(): Promise<void>;
}

export type Stores = Awaited<ReturnType<typeof openStores>>['stores'];

/** A broadcast that was sent is read from memory for so long. Its content cannot change; its state may lag by this. */
const sentBroadcastKeptMs = 2_000;

/** As many slices of an audience are read at a time. */
const slicesReadAtOnce = 25;

/** One call takes at most 10 seconds, so a claim of 30 seconds outlives the slowest post. */
const callTimeoutMs = 10_000;

const timing: DeliveryTiming = {
  leaseMs: 30_000,
  stalledMs: 90_000,
  sweepMs: 15_000,
  idleMs: 250,
  stateKeptMs: 1_000,
  slicesAtOnce: 3,
  postsAtOnce: 12,
};

/** How often it is looked whether there are answers to count. */
const resultsLookMs = 3_000;

/** Puts the product together from its configuration and starts the roles it names. */
export async function startProduct(config: Config, log: Logger, clock: Clock = systemClock): Promise<Product> {
  const { stores, client, database } = await openStores(config);
  if (config.firstAdministrator !== undefined) {
    await ensureAdministrator(stores.people, clock, config.firstAdministrator);
  }
  const queue = openQueue(config, log);
  await queue.ensureQueues();
  const texts = createCardTexts();
  const areas = listAreas();
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  const token = createBotToken(createBotCredential(config.bot), clock);
  const { appId, tenantId, defaultServiceUrl } = config.bot;
  const connector = { appId, tenantId, defaultServiceUrl, token, dispatcher, clock, timeoutMs: callTimeoutMs };
  const cardSender = createConnectorCardSender(connector);
  const afterwards = createAfterwards();
  const { contactAddress } = config;
  const links = tabLinksOf(config);
  const cards = createCardMaker({ ...stores, areas, texts, clock, contactAddress, ...links });
  const { daysBetweenPrompts } = config;
  const usualHours = config.sendingHours === 'any-time' ? anyTime : defaultSendingHours;
  const sendTime = sendTimeIn(usualHours);
  const pace = createPace({
    tenantPerSecond: config.tenantPerSecond,
    store: createCosmosPaceStore(database.container('senders'), tenantId),
    senderId: ulid(),
    onError: (error) => log.warn({ err: error }, 'the share of the sending rate is not up to date'),
  });
  const responses: ResponsePorts = {
    ...stores,
    clock,
    sentBroadcast: keepSent(stores.broadcasts.get),
    asked: askedFrom(stores.deliveries),
    coarse: coarseFrom(stores.deliveries),
  };
  const results: ResultsPorts = { ...stores, areas, clock, reached: reachedFrom({ ...stores, clock }) };
  const sharedResults = (prompt: Prompt) => readSharedResults(results, prompt);
  const resultsReady = async (prompt: Prompt) => (await sharedResults(prompt)).kind === 'shared';
  const delivery: DeliveryPorts = {
    ...stores,
    queue,
    sender: cardSender,
    pace,
    cards,
    clock,
    sendTime,
    daysBetweenPrompts,
    keyed: (card) => withCardKey(card, newCardKey()),
    resultsCards: createResultsCards({ responses: stores.responses, texts, sharedResults }),
    answered: (broadcastId, personId) => hasAnswered(responses, broadcastId, personId),
    timing: { ...timing, ...config.timing },
  };
  const rights: RightsPorts = { ...stores, clock, random: unforeseeable, retentionMonths: config.retentionMonths };
  const services: BotServices & ApiServices = {
    ...stores,
    compose: { ...stores, clock, areas, sendingHours: usualHours, daysBetweenPrompts },
    control: { ...stores, queue, clock, sendTime },
    responses,
    results,
    rights,
    files: createConnectorFileSender(connector, { hosts: config.fileUploadHosts, loopback: !config.production }),
    queue,
    sender: cardSender,
    areas,
    clock,
    texts,
    contactAddress,
    ...links,
    afterwards: afterwards.run,
    cards,
    askedByArea: askedByAreaFrom(stores.deliveries),
  };
  const series = { ...delivery, audit: stores.audit, areas, sendingHours: usualHours };
  const counting = { ...stores, clock, random: unforeseeable, everyMinutes: config.resultsEveryMinutes };
  const resultsJob =
    config.role === 'web'
      ? undefined
      : runResultsJob({ ...counting, lookMs: config.timing?.resultsLookMs ?? resultsLookMs }, (error) =>
          log.error({ err: error }, 'answers were not counted; it will be tried again'),
        );
  const senderRole =
    config.role === 'web'
      ? undefined
      : runSender(delivery, (error, work) => log.error({ err: error, work }, 'work failed; it will be tried again'), [
          (recent) => continueSeries(series, recent),
          (recent) => sendDueResults({ ...delivery, audit: stores.audit, resultsReady }, recent),
          ...(resultsJob === undefined ? [] : [resultsJob.know]),
        ]);
  const retention = config.role === 'web' ? undefined : startRetention(rights, log);
  const checks = { cosmos: () => database.read(), queue: () => queue.ensureQueues() };
  const served = { config, log, services, token, checks };
  const routes = routesOf(served);
  const server = await serve(served, routes);
  return {
    port: server.port,
    routes,
    stores,
    stop: async () => {
      await server.close();
      await senderRole?.stop();
      await retention?.stop();
      await resultsJob?.stop();
      await afterwards.finished();
      await dispatcher.close();
      client.dispose();
    },
  };
}

/** Each run has an id of its own in the log, as a turn has. */
function startRetention(rights: RightsPorts, log: Logger) {
  const runLog = () => log.child({ correlationId: randomUUID() });
  return keepRetention(rights, {
    ran: (run) => runLog().info(run, 'retention ran'),
    failed: (error) => runLog().error({ err: error }, 'retention failed; it will be tried again'),
  });
}

/** Opens the stores on Cosmos DB, making what is missing of them. */
export async function openStores(config: Config) {
  const { endpoint, key, database: name } = config.cosmos;
  const client = openCosmos(key === undefined ? { endpoint, credential: azureCredential(config) } : { endpoint, key });
  const database = await ensureContainers(client, name);
  const broadcasts = createCosmosBroadcastStore(database.container('broadcasts'));
  const results = createCosmosResultsStore(database.container('results'));
  const stores = {
    people: createCosmosPeopleStore(database.container('people')),
    roadmap: createCosmosRoadmapStore(database.container('roadmap')),
    broadcasts,
    deliveries: createCosmosDeliveryStore(database.container('deliveries')),
    responses: withCommentsFollowing(createCosmosResponseStore(database.container('responses')), results, broadcasts),
    results,
    participation: createCosmosParticipationStore(database.container('participation')),
    audit: createCosmosAuditStore(database.container('audit')),
    keptAnswers: createCosmosKeptAnswerStore(database.container('idempotency')),
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

function tabLinksOf({ tab: { opensAt }, bot: { tenantId } }: Config): Pick<BotServices, 'tabLinks'> {
  if (opensAt === undefined) return {};
  return 'page' in opensAt
    ? { tabLinks: (page, personId) => linkIntoHostPage(opensAt.page, page, personId) }
    : { tabLinks: (page) => linkIntoTeams({ ...opensAt, tenantId }, page) };
}

function sendTimeIn(usual: SendingHours): SendTime {
  return ({ area, workingTime }, from, schedule) => {
    const chosen = schedule?.hours === 'permitted' && !areAnyTime(usual) ? permittedSendingHours : usual;
    const hours = hoursFor(area, chosen);
    if (areAnyTime(hours)) return from;
    const latestBy = schedule?.latestBy === undefined ? undefined : nextSendingTime(new Date(schedule.latestBy), hours);
    return sendTimeFor(workingTime, hours, from, latestBy);
  };
}

function keepSent(get: Stores['broadcasts']['get']): (id: string) => Promise<Broadcast | undefined> {
  const kept = new LRUCache<string, Broadcast>({ max: 200, ttl: sentBroadcastKeptMs });
  return async (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const stored = await get(id);
    if (stored !== undefined && !isUnconfirmed(stored.value)) kept.set(id, stored.value);
    return stored?.value;
  };
}

function askedFrom(deliveries: Stores['deliveries']): ResponsePorts['asked'] {
  return async (broadcastId, personId) => {
    const stored = await deliveries.get(broadcastId, 'send', personId);
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

/** The profiles of an audience are worked out once; they take a point read for each of its slices. */
function coarseFrom(deliveries: Stores['deliveries']): ResponsePorts['coarse'] {
  const kept = new LRUCache<string, CoarseProfiles, number>({
    max: 20,
    fetchMethod: async (id, _stale, { context: slices }) => {
      const reads = new PQueue({ concurrency: slicesReadAtOnce });
      const numbers = Array.from({ length: slices }, (_, index) => index + 1);
      const found = await reads.addAll(numbers.map((number) => () => deliveries.getSlice(id, number)));
      return coarseProfiles(found.flatMap((slice) => slice?.recipients ?? []));
    },
  });
  return async ({ id, plan }, asked) => {
    if (plan?.complete !== true) return {};
    const profiles = await kept.fetch(id, { context: plan.slices });
    return profiles?.(asked) ?? {};
  };
}

/** The audience of a broadcast is counted once. */
function askedByAreaFrom(deliveries: Stores['deliveries']): ApiServices['askedByArea'] {
  const kept = new LRUCache<string, ReadonlyMap<string, number>, number>({
    max: 100,
    fetchMethod: (id, _stale, { context: slices }) => askedByArea(deliveries, id, slices),
  });
  return async ({ id, plan, cleared }) => {
    if (cleared !== undefined) return new Map(Object.entries(cleared.asked));
    if (plan?.complete !== true) return new Map();
    return (await kept.fetch(id, { context: plan.slices })) ?? new Map();
  };
}

function reachedFrom(delivery: Pick<DeliveryPorts, 'deliveries' | 'clock'>): ResultsPorts['reached'] {
  return async (broadcast) => {
    const { recipients, outcome } = await readProgress(delivery, broadcast);
    return { asked: recipients, reached: outcome.sent };
  };
}
