/** What refusals (429) have taught. Times are in milliseconds of a clock that never goes back. */
export interface Throttling {
  /** When calls may be made again. */
  readonly resumeAt: number;
  /** The part of its share that a sender uses from then on. */
  readonly part: number;
  /** How far the refusals say that the speed is too high: an index of {@link lessons}. */
  readonly strain: number;
}

export const notThrottled: Throttling = { resumeAt: Number.NEGATIVE_INFINITY, part: 1, strain: 0 };

/** Never less than this part of the share, so that the end of a throttling is noticed. */
export const lowestPart = 0.02;

/** What a refusal takes off the speed, and for how long a sender then keeps to it before it tries more. */
const lessons = [
  /** A rare one: calls may arrive closer together than they left. A hair less is enough. */
  { less: 0.002, holdMs: 60_000 },
  { less: 0.01, holdMs: 60_000 },
  { less: 0.05, holdMs: 10_000 },
  { less: 0.25, holdMs: 10_000 },
] as const;

/** Teams counts the calls of a second: after so long a pause, nothing that went before counts any more. */
const shortestPauseMs = 1_000;
/** A refused call that was made so soon after a pause therefore says that the speed itself is too high. */
const atOnceMs = 1_000;
const soonMs = 2_500;
/** How long the climb back to the whole takes once it begins. */
const climbMs = 30_000;

/**
 * The state after Teams refused at `now` a call that was made at `madeAt`, naming a time to wait or none. Refusals during
 * the pause answer calls that were under way and only make the pause longer.
 */
export function throttle(state: Throttling, now: number, madeAt: number, retryAfterMs = 0): Throttling {
  if (now < state.resumeAt) return { ...state, resumeAt: Math.max(state.resumeAt, now + retryAfterMs) };
  const strain = strainAfter(state, madeAt - state.resumeAt);
  const { less } = lessonOf(strain);
  return {
    resumeAt: now + Math.max(retryAfterMs, shortestPauseMs),
    part: Math.max(lowestPart, partAt(state, now) * (1 - less)),
    strain,
  };
}

function strainAfter({ strain }: Throttling, sinceMs: number): number {
  if (sinceMs < atOnceMs) return Math.min(lessons.length - 1, strain + 2);
  return sinceMs < soonMs ? 1 : 0;
}

/** The part of its share that a sender uses at `now`: it climbs back slowly at first, then ever faster. */
export function partAt({ resumeAt, part, strain }: Throttling, now: number): number {
  const climbed = Math.max(0, now - resumeAt - lessonOf(strain).holdMs) / climbMs;
  return part + (1 - part) * Math.min(1, climbed ** 3);
}

/** Whether the last refusal says hardly anything against the speed. */
export function isRare({ strain }: Throttling): boolean {
  return strain < 2;
}

function lessonOf(strain: number) {
  return lessons[strain] ?? lessons[0];
}
