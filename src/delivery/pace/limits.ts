/** At most `count` calls within any `ms` milliseconds. */
export interface CallLimit {
  readonly count: number;
  readonly ms: number;
}

/** Calls a second of one app in one tenant, all its senders together. Source: as for {@link conversationLimits}. */
export const tenantCallsPerSecond = 50;

/**
 * What one bot may send to one conversation. An update counts as a send.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const conversationLimits: readonly CallLimit[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];
