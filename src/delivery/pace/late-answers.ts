/** How much later than usual answers come. */
export interface LateAnswers {
  /** Notes an answer, and says by how much it was late, in milliseconds; 0 when it was not. */
  note(tookMs: number): number;
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
export function createLateAnswers(meanMs: number): LateAnswers {
  const last: number[] = [];
  let next = 0;

  return {
    note(tookMs) {
      last[next] = tookMs;
      next = (next + 1) % remembered;
      return last.length < fewest ? firstLateMs : Math.max(0, tookMs - usualMs(last, meanMs));
    },
  };
}

/** The lowest time, from the quick ones up, that the others exceed by no more than `meanMs` in the mean. */
export function usualMs(times: readonly number[], meanMs: number): number {
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
