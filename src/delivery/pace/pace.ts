import type { PaceStore } from '../pace-store.ts';
import { createAllowance, type Turn } from './allowance.ts';
import { tenantCallsPerSecond } from './limits.ts';
import { createSharing } from './sharing.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createWaitingLine } from './waiting-line.ts';

export type { Turn };

/** Keeps the calls of one sender to Teams within its limits. */
export interface Pace {
  /**
   * Resolves when it is the turn of one call to this conversation (conversation undefined: a creation). Rejects only
   * when aborted or stopped.
   */
  take(conversationId: string | undefined, signal?: AbortSignal): Promise<Turn>;
  /** Resolves when the call of a turn may leave: a fixed time after the turn, for what must be done in between. */
  leave(turn: Turn): Promise<void>;
  /** Gives back what was taken for a call that was not made after all. */
  giveBack(conversationId: string | undefined): void;
  /** Counts a call that did not wait its turn: an answer to somebody who is looking at the screen. */
  note(conversationId: string): void;
  /** Teams answered the call of a turn, whatever it said: told at once, for a late answer means a late arrival. */
  answered(turn: Turn): void;
  /** Teams answered 429: slow down at once; nothing before the named time. */
  throttled(retryAfterMs?: number): void;
  /** Whether this sender has work: shares go to those that have. */
  working(busy: boolean): void;
  /** The present rate of this sender, calls a second, for progress ("time left"). */
  rate(): number;
  stop(): Promise<void>;
}

export interface PaceOptions {
  /** What all senders of the app may do together in the tenant, in calls a second. */
  readonly tenantPerSecond?: number;
  readonly store: PaceStore;
  /** Unique among the senders that run; the same again after a restart gives the share back sooner. */
  readonly senderId: string;
  readonly heartbeatMs?: number;
  /** Told when a heartbeat failed; the sender goes on with the share it has. */
  readonly onError?: (error: unknown) => void;
  readonly timers?: Timers;
}

/** From a turn to its call: so much time for a claim, however long it takes, without bringing calls closer together. */
const leadMs = 15;
/** Timers cannot be set further ahead than this safely, in milliseconds. */
const longestTimerMs = 60_000;

/** Opens the pace of one sender. Throws RangeError when the limit is not above 0. */
export function createPace(options: PaceOptions): Pace {
  const { tenantPerSecond: limit = tenantCallsPerSecond, timers = systemTimers } = options;
  if (!Number.isFinite(limit) || limit <= 0) throw new RangeError('The limit of a tenant is a number above 0');
  const allowance = createAllowance(limit);
  const line = createWaitingLine(update);
  const sharing = createSharing({
    limit,
    senderId: options.senderId,
    store: options.store,
    heartbeatMs: options.heartbeatMs ?? 1_000,
    timers,
    onChange: (share, before) => {
      // What others made before they lowered themselves is still within the second that Teams looks at.
      if (before === 0) allowance.holdUntil(timers.now() + 1_000 / share);
      update();
    },
    onError: options.onError ?? (() => {}),
  });
  const stopping = new AbortController();
  let hasWork = false;
  let cancelTimer = () => {};

  function update(): void {
    cancelTimer();
    if (stopping.signal.aborted) return;
    const waitMs = letGo();
    sharing.busy(hasWork || line.size > 0);
    if (waitMs < Number.POSITIVE_INFINITY) cancelTimer = timers.after(Math.min(waitMs, longestTimerMs), update);
  }

  /** Lets go whoever may; how long the next has to wait, in milliseconds. */
  function letGo(): number {
    const now = timers.now();
    while (line.size > 0) {
      const waitMs = allowance.waitMs(sharing.share(), now);
      if (waitMs > 0) return waitMs;
      const first = line.first((conversationId) => allowance.conversationWaitMs(conversationId, now));
      if (!('waiter' in first)) return first.waitMs;
      first.waiter.go(allowance.add(sharing.share(), first.waiter.conversationId, now));
    }
    return Number.POSITIVE_INFINITY;
  }

  return {
    async take(conversationId, signal) {
      stopping.signal.throwIfAborted();
      const turn = line.join(conversationId, signal);
      update();
      return turn;
    },

    async leave(turn) {
      const leavesAt = turn.at + leadMs;
      const earlyMs = leavesAt - timers.now();
      if (earlyMs > 0) await new Promise<void>((resolve) => void timers.after(earlyMs, resolve));
      allowance.leftLate(turn, timers.now() - leavesAt);
    },

    giveBack(conversationId) {
      allowance.giveBack(sharing.share(), conversationId, timers.now());
      update();
    },

    note: (conversationId) => void allowance.add(sharing.share(), conversationId, timers.now()),
    answered: (turn) => allowance.answered(turn, timers.now()),
    throttled: (retryAfterMs) => allowance.refused(retryAfterMs, timers.now()),

    working(busy) {
      hasWork = busy;
      update();
    },

    rate: () => allowance.perSecond(sharing.share(), timers.now()),

    async stop() {
      cancelTimer();
      stopping.abort();
      line.fail(stopping.signal.reason);
      await sharing.stop();
    },
  };
}
