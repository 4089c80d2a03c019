import type { CallLimit } from './limits.ts';

/** When calls were made, oldest first, in milliseconds of a clock that never goes back. */
export type CallTimes = number[];

/** How long one more call must wait to keep within every limit, in milliseconds; 0 when it need not. */
export function waitWithin(limits: readonly CallLimit[], times: CallTimes, now: number): number {
  let wait = 0;
  for (const { count, ms } of limits) {
    const oldest = times[times.length - count];
    if (oldest !== undefined) wait = Math.max(wait, oldest + ms - now);
  }
  return wait;
}

/** Adds a call, which need not be the latest, and now and then drops all but the last `kept`. */
export function addCall(times: CallTimes, at: number, kept: number): void {
  times.splice(times.findLastIndex((time) => time <= at) + 1, 0, at);
  if (times.length > 2 * kept) times.splice(0, times.length - kept);
}

/** Takes out the last call made at this time; false when there is none. */
export function removeCall(times: CallTimes, at: number): boolean {
  const index = times.lastIndexOf(at);
  if (index === -1) return false;
  times.splice(index, 1);
  return true;
}
