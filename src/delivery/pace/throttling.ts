/** What refusals (429) have taught: how much of its share a sender uses, and until when it pauses. */
export interface Throttling {
  /** When calls may be made again, in milliseconds of the same clock as `now` elsewhere. */
  readonly resumeAt: number;
  /** Refusals until then belong to this one: they answer calls that were under way. */
  readonly settledAt: number;
  /** The part of the share with which it goes on, and the part it trusts. */
  readonly from: number;
  readonly ceiling: number;
  /** How long it stays at the ceiling before it tries more, in milliseconds. */
  readonly holdMs: number;
}

/** Never less than this part of the share, so that the end of a throttling is noticed. */
export const lowestPart = 0.02;

export const notThrottled: Throttling = {
  resumeAt: Number.NEGATIVE_INFINITY,
  settledAt: Number.NEGATIVE_INFINITY,
  from: 1,
  ceiling: 1,
  holdMs: 0,
};

/** How to answer a refusal, by how long after the previous pause it came. */
const answers = [
  /** The speed itself is too high. */
  { withinMs: 3_000, drop: 0.5, ceiling: 0.75, holdMs: 5_000 },
  { withinMs: 10_000, drop: 0.8, ceiling: 0.95, holdMs: 20_000 },
  /** A rare one: two calls arrived closer together than they left. A hair less is enough. */
  { withinMs: Number.POSITIVE_INFINITY, drop: 0.9, ceiling: 0.996, holdMs: 60_000 },
] as const;

/** Calls under way are answered within about so long. */
const roundTripMs = 500;
const backToCeilingMs = 1_000;

/** The state after a refusal at `now`, which may name a time to wait, in milliseconds. */
export function throttle(state: Throttling, now: number, retryAfterMs = 0): Throttling {
  const resumeAt = Math.max(state.resumeAt, now + retryAfterMs);
  if (now < state.settledAt) return { ...state, resumeAt, settledAt: Math.max(state.settledAt, resumeAt) };
  const part = partAt(state, now);
  const sinceMs = now - state.settledAt;
  const { drop, ceiling, holdMs } = answers.find(({ withinMs }) => sinceMs < withinMs) ?? answers[2];
  return {
    resumeAt,
    settledAt: Math.max(resumeAt, now + roundTripMs),
    from: Math.max(lowestPart, part * drop),
    ceiling: Math.max(lowestPart, part * ceiling),
    holdMs,
  };
}

/**
 * The part of its share that a sender uses: back to the ceiling within a second, then, after the hold, slowly at first
 * and ever faster to the whole.
 */
export function partAt({ resumeAt, from, ceiling, holdMs }: Throttling, now: number): number {
  const backMs = Math.max(0, now - resumeAt);
  if (backMs < backToCeilingMs) return from + ((ceiling - from) * backMs) / backToCeilingMs;
  const seconds = Math.max(0, backMs - backToCeilingMs - holdMs) / 1_000;
  return Math.min(1, ceiling + 5e-6 * seconds ** 3);
}
