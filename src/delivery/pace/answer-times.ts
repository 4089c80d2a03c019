/** What is usual of the time from a call's turn to its answer. */
export interface AnswerTimes {
  /** Notes an answer, and says by how much it was late, in milliseconds; 0 when it was not. */
  note(tookMs: number): number;
  /** The usual time, in milliseconds; 0 while it is not known. */
  usualMs(): number;
}

const remembered = 64;
/** Before so many answers, nobody knows what is usual; the first calls, which open connections, are late by this. */
const fewest = 16;
const firstLateMs = 40;
/** Answers that vary little are compared with the time within which one in so many comes. */
const quick = 10;

/**
 * Late is what exceeds the time of the quick answers or, where answers vary too much to tell, whatever keeps the mean
 * lateness at `meanMs`. So making room for late calls never costs more than that.
 */
export function createAnswerTimes(meanMs: number): AnswerTimes {
  const last: number[] = [];
  let next = 0;
  let usualMs = 0;

  return {
    note(tookMs) {
      last[next] = tookMs;
      next = (next + 1) % remembered;
      if (last.length < fewest) return firstLateMs;
      usualMs = usualTime(last, meanMs);
      return Math.max(0, tookMs - usualMs);
    },
    usualMs: () => usualMs,
  };
}

/** The lowest time, from the quick ones up, that the others exceed by no more than `meanMs` in the mean. */
export function usualTime(times: readonly number[], meanMs: number): number {
  const descending = times.toSorted((one, other) => other - one);
  const quickest = descending[Math.floor(times.length * (1 - 1 / quick))] ?? 0;
  let sum = 0;
  for (const [index, time] of descending.entries()) {
    sum += time;
    const level = (sum - meanMs * times.length) / (index + 1);
    if (level >= (descending[index + 1] ?? level)) return Math.max(level, quickest);
  }
  return quickest;
}
