/** How much later than usual answers come. */
export interface LateAnswers {
  /** Notes an answer, and says by how much it was late, in milliseconds; 0 when it was not. */
  note(tookMs: number): number;
}

const remembered = 64;
/** Before so many answers, nobody knows what is usual; the first calls, which open connections, are late by this. */
const fewest = 16;
const firstLateMs = 40;

/**
 * Late is what exceeds the median or, where answers vary too much to tell, whatever keeps the mean lateness at
 * `meanMs`. So lateness is noticed as far as making room for it costs nothing.
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

/** The lowest time, from the median up, that the others exceed by no more than `meanMs` in the mean. */
export function usualMs(times: readonly number[], meanMs: number): number {
  const descending = times.toSorted((one, other) => other - one);
  let [sum, level] = [0, 0];
  for (const [index, time] of descending.slice(0, Math.ceil(times.length / 2)).entries()) {
    sum += time;
    level = (sum - meanMs * times.length) / (index + 1);
    if (level >= (descending[index + 1] ?? 0)) return level;
  }
  return descending[Math.floor(times.length / 2)] ?? 0;
}
