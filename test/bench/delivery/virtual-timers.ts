import type { Timers } from '../../../src/delivery/pace/timers.ts';

/** Timers on a time of their own, which jumps to the next timer as soon as the process has nothing else to do. */
export function createVirtualTimers(): Timers {
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  let [now, looking] = [0, false];

  function look(): void {
    looking = false;
    const [first] = [...waiting].toSorted((one, other) => one.at - other.at);
    if (first === undefined) return;
    waiting.delete(first);
    now = Math.max(now, first.at);
    first.run();
    lookSoon();
  }

  function lookSoon(): void {
    if (looking || waiting.size === 0) return;
    looking = true;
    setImmediate(look);
  }

  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      waiting.add(timer);
      lookSoon();
      return () => void waiting.delete(timer);
    },
  };
}
