/** What refusals (429) have taught. Times are in milliseconds of a clock that never goes back. */
export interface Throttling {
  /** When calls may be made again. */
  readonly resumeAt: number;
  /** The part of its share that a sender uses from then on. */
  readonly part: number;
  /** How many refusals followed upon each other, weighted by how soon they came; 0 to 3. */
  readonly strain: number;
}

export const notThrottled: Throttling = { resumeAt: Number.NEGATIVE_INFINITY, part: 1, strain: 0 };

/** Never less than this part of the share, so that the end of a throttling is noticed. */
export const lowestPart = 0.02;

/** Teams counts the calls of a second: after so long a pause, nothing that went before counts any more. */
const shortestPauseMs = 1_000;
/** So a refusal this soon after a pause means that the speed itself is too high; 50 ms are for its way back. */
const atOnceMs = 1_050;
const soonMs = 2_000;
const mostStrain = 3;
/** How long a sender keeps to what it has learnt before it tries more. */
const holdMs = 30_000;
/** The whole is reached again 58 seconds after the hold at most: (1 / 5e-6) ** (1 / 3). */
const climb = 5e-6;

/**
 * The state after a refusal at `now`, which may name a time to wait. A rare refusal takes a hair off the speed, for
 * calls may arrive closer together than they left; refusals in a row take off 1, 5 and then 25 in a hundred each.
 * Refusals during the pause answer calls that were under way and only make the pause longer.
 */
export function throttle(state: Throttling, now: number, retryAfterMs = 0): Throttling {
  const resumeAt = Math.max(state.resumeAt, now + retryAfterMs, now < state.resumeAt ? now : now + shortestPauseMs);
  if (now < state.resumeAt) return { ...state, resumeAt };
  const strain = strainAfter(state, now - state.resumeAt);
  return { resumeAt, strain, part: Math.max(lowestPart, partAt(state, now) * (1 - 0.002 * 5 ** strain)) };
}

function strainAfter({ strain }: Throttling, sinceMs: number): number {
  if (sinceMs < atOnceMs) return Math.min(mostStrain, strain + 2);
  return sinceMs < soonMs ? Math.min(mostStrain, strain + 1) : 0;
}

/** The part of its share that a sender uses at `now`: it climbs back slowly at first, then ever faster. */
export function partAt({ resumeAt, part }: Throttling, now: number): number {
  const seconds = Math.max(0, now - resumeAt - holdMs) / 1_000;
  return Math.min(1, part + climb * seconds ** 3);
}
