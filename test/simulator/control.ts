import { type Act, perform } from './acts.ts';
import type { BotAnswer } from './bot-client.ts';
import type { TeamsUser, UserOptions } from './conversations.ts';
import { type CrowdResult, runCrowd } from './crowd.ts';
import type { FaultRule } from './faults.ts';
import { isJson, type Json } from './json.ts';
import type { Latency } from './latency.ts';
import type { Answer } from './refusals.ts';
import type { TeamsOptions } from './settings.ts';
import type { ExtraRoutes, Teams } from './teams.ts';
import type { Counts } from './traffic.ts';

/** A person as told to another process. */
export interface UserReport {
  readonly name: string;
  readonly aadObjectId: string;
  readonly id: string;
  readonly conversationId: string;
  readonly installed: boolean;
  readonly blocked: boolean;
  readonly deliveries: number;
  readonly updates: number;
  readonly messages: readonly { readonly id: string; readonly text?: string; readonly card?: Json; versions: number }[];
}

export interface UsageReport {
  readonly counts: Counts;
  readonly memoryBytes: number;
  readonly cpuMs: number;
}

/** What a simulator in a process of its own can be told and asked; each is `POST /_control/<name>`. */
export interface Commands {
  connect(input: { readonly botEndpoint: string }): Promise<void>;
  /** Adds the users named, or as many as wanted, called `Person 1` and so on. */
  addUsers(input: {
    readonly users?: readonly UserOptions[];
    readonly many?: number;
  }): Promise<{ readonly users: number }>;
  user(input: { readonly user: string }): Promise<UserReport>;
  change(input: {
    readonly user: string;
    readonly installed?: boolean;
    readonly blocked?: boolean;
    readonly renewConversation?: boolean;
  }): Promise<UserReport>;
  act(input: { readonly user: string; readonly act: Act }): Promise<BotAnswer>;
  /** Lets everybody act, or those from one place in the list up to another. */
  crowd(input: {
    readonly act: Act;
    readonly from?: number;
    readonly to?: number;
    readonly perSecond?: number;
    readonly atOnce?: number;
  }): Promise<CrowdResult>;
  faults(input: { readonly clear?: boolean; readonly rules?: readonly FaultRule[] }): Promise<void>;
  limits(input: { readonly limits: NonNullable<TeamsOptions['limits']> }): Promise<void>;
  latency(input: { readonly latency: Latency }): Promise<void>;
  usage(input: Json): Promise<UsageReport>;
}

function report(user: TeamsUser): UserReport {
  const { name, aadObjectId, id, conversationId, installed, blocked, deliveries, updates } = user;
  const messages = user.messages.map((message) => ({
    id: message.id,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(message.card === undefined ? {} : { card: message.card }),
    versions: message.versions.length,
  }));
  return { name, aadObjectId, id, conversationId, installed, blocked, deliveries, updates, messages };
}

function commandsOf(teams: Teams): Commands {
  return {
    connect: async ({ botEndpoint }) => teams.connect(botEndpoint),
    addUsers: async ({ users = [], many = 0 }) => {
      const first = teams.users.length + 1;
      for (const user of users) teams.addUser(user);
      for (let index = 0; index < many; index += 1) teams.addUser({ name: `Person ${first + users.length + index}` });
      return { users: teams.users.length };
    },
    user: async ({ user }) => report(teams.user(user)),
    change: async ({ user: key, installed, blocked, renewConversation }) => {
      const user = teams.user(key);
      if (installed !== undefined) user.installed = installed;
      if (blocked !== undefined) user.blocked = blocked;
      if (renewConversation === true) teams.renewConversation(user);
      return report(user);
    },
    act: async ({ user, act }) => perform(teams.as(user), act),
    crowd: async ({ act, from = 0, to = teams.users.length, ...pace }) =>
      runCrowd({ members: teams.users.slice(from, to), act: (user) => perform(teams.as(user), act), ...pace }),
    faults: async ({ clear, rules = [] }) => {
      if (clear === true) teams.clearFaults();
      teams.addFaults(...rules);
    },
    limits: async ({ limits }) => teams.setLimits(limits),
    latency: async ({ latency }) => teams.setLatency(latency),
    usage: async () => {
      const { user, system } = process.cpuUsage();
      return { counts: teams.counts, memoryBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 };
    },
  };
}

const prefix = '/_control/';

/** The control interface beside the connector, for tests and benchmarks in another process. */
export const controlRoutes: ExtraRoutes = async ({ method, path, body }, teams): Promise<Answer | undefined> => {
  if (!path.startsWith(prefix)) return undefined;
  const commands = commandsOf(teams);
  const name = path.slice(prefix.length);
  if (method !== 'POST' || !Object.hasOwn(commands, name))
    return { status: 404, body: { error: `No command ${name}` } };
  const command = commands[name as keyof Commands] as (input: unknown) => Promise<unknown>;
  try {
    return { status: 200, body: (await command(isJson(body) ? body : {})) ?? {} };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
};
