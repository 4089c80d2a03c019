import type { ChatOptions, UserOptions } from './conversations.ts';
import type { FaultRule } from './faults.ts';
import type { Latency } from './latency.ts';
import type { LimitsOptions } from './limits.ts';

export interface TeamsOptions {
  readonly botAppId: string;
  readonly tenantId: string;
  /** Where the bot takes activities; may be told later by `connect`. */
  readonly botEndpoint?: string;
  readonly botName?: string;
  readonly users?: readonly UserOptions[];
  readonly chats?: readonly ChatOptions[];
  /** Any free port unless given. */
  readonly port?: number;
  /** The issuer named in tokens, the Bot Framework's own unless given. */
  readonly issuer?: string;
  /** The bearer token that the bot must show to the connector; not looked at unless given. */
  readonly botToken?: string;
  /** How long a client waits for the answer to an action before it shows "unable to reach app". */
  readonly actionTimeoutMs?: number;
  /** How long Teams waits for the answer to anything else. */
  readonly messageTimeoutMs?: number;
  /** How often a client repeats an action that was not answered in time. */
  readonly repeatSlowActions?: number;
  readonly limits?: 'teams' | 'off' | LimitsOptions;
  /** Whether a refusal for going too fast says when to come back. */
  readonly retryAfter?: boolean;
  readonly latency?: Latency;
  readonly faults?: readonly FaultRule[];
  /** Makes chance repeatable. */
  readonly seed?: number;
  /** What is remembered of messages and calls; `counts` takes no memory for them. */
  readonly record?: 'everything' | 'counts';
  /** The zone of local timestamps. */
  readonly timezone?: string;
  /** The clock of timestamps. */
  readonly now?: () => Date;
}

type WithoutUsual = 'botEndpoint' | 'issuer' | 'botToken';

/** The options with everything left out filled in. */
export interface Settings extends Required<Omit<TeamsOptions, WithoutUsual>> {
  readonly botEndpoint: string | undefined;
  readonly issuer: string | undefined;
  readonly botToken: string | undefined;
}

const usual = {
  botName: 'CPS Roadmap',
  users: [],
  chats: [],
  port: 0,
  actionTimeoutMs: 5000,
  messageTimeoutMs: 15_000,
  repeatSlowActions: 0,
  limits: 'off',
  retryAfter: true,
  latency: { kind: 'none' },
  faults: [],
  seed: 1,
  record: 'everything',
  timezone: 'Europe/London',
  now: () => new Date(),
} as const;

/** Fills in what is left out as usual. */
export function settingsOf(options: TeamsOptions): Settings {
  return { ...usual, botEndpoint: undefined, issuer: undefined, botToken: undefined, ...options };
}
