import type { Timers } from '../../../src/delivery/pace/timers.ts';

/** Timers that run when the test lets time pass. */
export interface FakeTimers extends Timers {
  /** Lets so much time pass; whatever timers and promises set off is done meanwhile. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until this is settled; throws when nothing is left to wait for. */
  until<T>(promise: Promise<T>): Promise<T>;
  sleep(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly waiting: number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export function createFakeTimers(): FakeTimers {
  const timers = new Set<Timer>();
  let now = 1_000;

  const promisesSettled = () => new Promise<void>((resolve) => setImmediate(resolve));

  function runNext(until: number): boolean {
    let first: Timer | undefined;
    for (const timer of timers) if (first === undefined || timer.at < first.at) first = timer;
    if (first === undefined || first.at > until) return false;
    timers.delete(first);
    now = Math.max(now, first.at);
    first.run();
    return true;
  }

  function after(ms: number, run: () => void): () => void {
    const timer = { at: now + ms, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  return {
    now: () => now,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),

    async pass(ms) {
      const end = now + ms;
      do await promisesSettled();
      while (runNext(end));
      now = end;
    },

    async until(promise) {
      let settled = false;
      const end = () => {
        settled = true;
      };
      promise.then(end, end);
      for (;;) {
        await promisesSettled();
        if (settled) return promise;
        if (!runNext(Number.POSITIVE_INFINITY)) throw new Error('Nothing happens any more');
      }
    },

    get waiting() {
      return timers.size;
    },
  };
}
