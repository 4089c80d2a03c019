import type { Turn } from './allowance.ts';

/** A call that waits for its turn. */
export interface Waiter {
  readonly conversationId: string | undefined;
  /** Ends the waiting, well or with an error. */
  readonly go: (turn: Turn) => void;
  readonly fail: (reason: unknown) => void;
}

/** Those who wait, in the order in which they came. */
export interface WaitingLine {
  /** Resolves when the waiter is let go; rejects with the signal's reason when it is aborted first. */
  join(conversationId: string | undefined, signal?: AbortSignal): Promise<Turn>;
  /** The first whose conversation need not wait, or how long the first of them has to, in milliseconds. */
  first(waitMs: (conversationId: string) => number): { readonly waiter: Waiter } | { readonly waitMs: number };
  /** Fails everybody. */
  fail(reason: unknown): void;
  readonly size: number;
}

/** Opens a line; `onGivenUp` is told when somebody gave up. */
export function createWaitingLine(onGivenUp: () => void): WaitingLine {
  const waiters = new Set<Waiter>();
  const signals = watchSignals(onGivenUp);

  return {
    async join(conversationId, signal) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<Turn>();
      const leave = () => {
        waiters.delete(waiter);
        if (signal !== undefined) signals.remove(signal, waiter);
      };
      const waiter: Waiter = {
        conversationId,
        go: (turn) => {
          leave();
          resolve(turn);
        },
        fail: (reason) => {
          leave();
          reject(reason);
        },
      };
      waiters.add(waiter);
      if (signal !== undefined) signals.add(signal, waiter);
      return promise;
    },

    first(waitMs) {
      let shortest = Number.POSITIVE_INFINITY;
      for (const waiter of waiters) {
        const wait = waiter.conversationId === undefined ? 0 : waitMs(waiter.conversationId);
        if (wait <= 0) return { waiter };
        shortest = Math.min(shortest, wait);
      }
      return { waitMs: shortest };
    },

    fail(reason) {
      for (const waiter of [...waiters]) waiter.fail(reason);
    },

    get size() {
      return waiters.size;
    },
  };
}

/** Listens to each signal once, however many wait with it: Node warns of more than ten listeners. */
function watchSignals(onGivenUp: () => void) {
  const watched = new Map<AbortSignal, { readonly waiters: Set<Waiter>; readonly onAbort: () => void }>();

  return {
    add(signal: AbortSignal, waiter: Waiter): void {
      const known = watched.get(signal);
      if (known !== undefined) {
        known.waiters.add(waiter);
        return;
      }
      const waiters = new Set([waiter]);
      const onAbort = () => {
        for (const each of [...waiters]) each.fail(signal.reason);
        onGivenUp();
      };
      signal.addEventListener('abort', onAbort);
      watched.set(signal, { waiters, onAbort });
    },

    remove(signal: AbortSignal, waiter: Waiter): void {
      const known = watched.get(signal);
      known?.waiters.delete(waiter);
      if (known === undefined || known.waiters.size > 0) return;
      signal.removeEventListener('abort', known.onAbort);
      watched.delete(signal);
    },
  };
}
