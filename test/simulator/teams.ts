import { createActivities } from './activities.ts';
import { type Actor, createActors } from './actor.ts';
import type { TokenKind } from './authorizations.ts';
import { type BotAnswer, createBotClient } from './bot-client.ts';
import { createConnector } from './connector.ts';
import { type Conversation, createDirectory, type TeamsUser, type UserOptions } from './conversations.ts';
import { createFaults, type FaultRule } from './faults.ts';
import { createIdentity } from './identity.ts';
import type { Json } from './json.ts';
import type { Latency } from './latency.ts';
import { createLimits, type Limits, type LimitsOptions } from './limits.ts';
import { createMessageStore } from './message-store.ts';
import { createOneDrive, type OneDrive } from './one-drive.ts';
import { createPipeline } from './pipeline.ts';
import { createRandom } from './random.ts';
import { type Answer, refusal } from './refusals.ts';
import { matchRoute } from './routes.ts';
import { type Received, startServer } from './server.ts';
import { settingsOf, type TeamsOptions } from './settings.ts';
import { type Counts, createTraffic, type LoggedCall } from './traffic.ts';
import { createWaiting, type SettledOptions, type Truthy } from './waiting.ts';

export interface PostOptions {
  readonly token?: TokenKind;
  readonly timeoutMs?: number;
}

/** What a bot must be told to live in this Teams. */
export interface TeamsAddresses {
  readonly origin: string;
  /** The address the bot is told to answer to. */
  readonly serviceUrl: string;
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly botAppId: string;
  readonly tenantId: string;
}

export interface Teams extends TeamsAddresses {
  readonly users: readonly TeamsUser[];
  readonly counts: Counts;
  readonly oneDrive: OneDrive;
  /** Every call of the connector, unless only counts are kept. */
  readonly calls: readonly LoggedCall[];
  connect(botEndpoint: string): void;
  addUser(options: UserOptions): TeamsUser;
  /** The user of this name, aadObjectId or id; an error when there is none. */
  user(key: string): TeamsUser;
  conversation(id: string): Conversation | undefined;
  /** Gives a chat a new id, so that the bot gets 404 for the one it knows. */
  renewConversation(user: TeamsUser): void;
  /** One client of a person; what an action answers is shown to the client that pressed the button. */
  as(user: TeamsUser | string, client?: string): Actor;
  /** Posts anything to the bot, under any token. */
  post(activity: Json, options?: PostOptions): Promise<BotAnswer>;
  settled<T>(predicate: () => T, options?: SettledOptions): Promise<Truthy<T>>;
  addFaults(...rules: readonly FaultRule[]): void;
  clearFaults(): void;
  setLimits(limits: TeamsOptions['limits']): void;
  setLatency(latency: Latency): void;
  close(): Promise<void>;
}

/** Answers requests that are not the connector's; undefined passes them on. */
export type ExtraRoutes = (received: Received, teams: Teams) => Promise<Answer | undefined>;

function limitsFrom(limits: 'teams' | 'off' | LimitsOptions = 'off'): Limits | undefined {
  return limits === 'off' ? undefined : createLimits(limits === 'teams' ? {} : limits);
}

/** Starts a stand-in for Teams on the loopback address: its connector, its identity, and the people who use it. */
export async function createTeams(options: TeamsOptions, extraRoutes?: ExtraRoutes): Promise<Teams> {
  const settings = settingsOf(options);
  const { botAppId, tenantId, botToken, now } = settings;
  let { botEndpoint, latency } = settings;
  let limits = limitsFrom(settings.limits);
  let origin = '';
  const serviceUrl = () => `${origin}/teams/`;

  const identity = await createIdentity({ appId: botAppId, issuer: settings.issuer, origin: () => origin, serviceUrl });
  const directory = createDirectory(botAppId);
  for (const user of settings.users) directory.add(user);
  for (const chat of settings.chats) directory.addChat(chat);
  const traffic = createTraffic({ keepCalls: settings.record === 'everything' });
  const waiting = createWaiting();
  const messages = createMessageStore({
    ...settings,
    stored: (kind) => {
      traffic.accepted(kind, Date.now());
      waiting.changed();
    },
  });
  const random = createRandom(settings.seed);
  const faults = createFaults(random);
  faults.add(...settings.faults);
  const botClient = createBotClient(() => botEndpoint);
  const oneDrive = createOneDrive(() => origin);

  const pipeline = createPipeline({
    connector: createConnector({ directory, messages, tenantId, serviceUrl }),
    directory,
    faults,
    limits: () => limits,
    latency: () => latency,
    retryAfter: settings.retryAfter,
    random,
    traffic,
    changed: waiting.changed,
  });

  async function post(activity: Json, postOptions: PostOptions = {}): Promise<BotAnswer> {
    const { token = 'valid', timeoutMs = settings.messageTimeoutMs } = postOptions;
    return botClient.post(activity, { authorization: await identity.authorizations.of(token), timeoutMs });
  }

  const actors = createActors({
    ...settings,
    activities: createActivities({ ...settings, serviceUrl, now, nextId: messages.nextId }),
    post: (activity, timeoutMs) => post(activity, { timeoutMs }),
    changed: waiting.changed,
    openUpload: oneDrive.openSession,
  });

  async function respond(received: Received): Promise<Answer | 'reset' | 'hang'> {
    const { path, method, authorization } = received;
    const extra = await extraRoutes?.(received, teams);
    if (extra !== undefined) return extra;
    if (path.startsWith('/identity/')) return identity.document(path);
    const stored = oneDrive.respond(received);
    if (stored !== undefined) {
      waiting.changed();
      return stored;
    }
    if (!path.startsWith('/teams/')) return refusal('ServiceNotFound');
    if (botToken !== undefined && authorization !== `Bearer ${botToken}`) return refusal('Unauthorized');
    const route = matchRoute(method, path.slice('/teams'.length));
    if (route === 'no route') return refusal('ServiceNotFound');
    if (route === 'no such method') return refusal('MethodNotAllowed');
    return pipeline.run({ ...received, route });
  }

  const server = await startServer(settings.port, respond);
  origin = server.origin;

  function user(key: string): TeamsUser {
    const found = directory.find(key);
    if (found === undefined) throw new Error(`There is no user ${key}, or more than one`);
    return found;
  }

  const teams: Teams = {
    serviceUrl: serviceUrl(),
    origin,
    issuer: identity.issuer,
    openIdMetadataUrl: identity.metadataUrl(),
    botAppId,
    tenantId,
    users: directory.users,
    calls: traffic.calls,
    oneDrive,
    get counts() {
      return traffic.counts();
    },
    connect: (endpoint) => {
      botEndpoint = endpoint;
    },
    addUser: directory.add,
    user,
    conversation: directory.conversation,
    renewConversation: directory.renewConversation,
    as: (who, client) => actors.as(typeof who === 'string' ? user(who) : who, client),
    post,
    settled: waiting.settled,
    addFaults: faults.add,
    clearFaults: faults.clear,
    setLimits: (changed) => {
      limits = limitsFrom(changed);
    },
    setLatency: (changed) => {
      latency = changed;
    },
    close: async () => {
      await botClient.close();
      await server.close();
    },
  };
  return teams;
}
