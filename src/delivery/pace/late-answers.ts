/** How much later than usual answers come. */
export interface LateAnswers {
  /** Notes an answer; by how much it took longer than nine in ten of those before it, in milliseconds, or 0. */
  note(tookMs: number): number;
}

const remembered = 64;
const usualShare = 0.9;
/** Before so many answers, nobody knows what is usual. */
const fewest = 10;
/** Less than this is the jitter of timers. */
const unnoticedMs = 2;

export function createLateAnswers(): LateAnswers {
  const last: number[] = [];
  let next = 0;

  return {
    note(tookMs) {
      const sorted = last.toSorted((one, other) => one - other);
      const usual = sorted[Math.floor(usualShare * sorted.length)] ?? 0;
      last[next] = tookMs;
      next = (next + 1) % remembered;
      const lateMs = tookMs - usual;
      return sorted.length < fewest || lateMs < unnoticedMs ? 0 : lateMs;
    },
  };
}
