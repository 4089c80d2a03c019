import type { PaceStore } from '../pace-store.ts';
import { createConversationCalls } from './conversation-calls.ts';
import { createLateAnswers } from './late-answers.ts';
import { tenantCallsPerSecond } from './limits.ts';
import { createSharing } from './sharing.ts';
import { createTenantCalls, type Speed } from './tenant-calls.ts';
import { notThrottled, partAt, throttle } from './throttling.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createWaitingLine } from './waiting-line.ts';

/** Keeps the calls of one sender to Teams within its limits. */
export interface Pace {
  /**
   * Resolves when it is the turn of one call to this conversation (conversation undefined: a creation). Rejects only
   * when aborted.
   */
  take(conversationId: string | undefined, signal?: AbortSignal): Promise<Turn>;
  /** Resolves when the call of a turn may leave: a fixed time after the turn, for what must be done in between. */
  leave(turn: Turn): Promise<void>;
  /** Gives back what was taken for a call that was not made after all. */
  giveBack(conversationId: string | undefined): void;
  /** Counts a call that did not wait its turn: an answer to somebody who is looking at the screen. */
  note(conversationId: string): void;
  /** Teams answered a call so long after its turn: one that was held up on its way counts from when it arrived. */
  answered(tookMs: number): void;
  /** Teams answered 429: slow down at once; nothing before the named time. */
  throttled(retryAfterMs?: number): void;
  /** Whether this sender has work: shares go to those that have. */
  working(busy: boolean): void;
  /** The present rate of this sender, calls a second, for progress ("time left"). */
  rate(): number;
  stop(): Promise<void>;
}

/** A call that may be made soon. */
export interface Turn {
  /** When it was granted, in milliseconds of the pace's own timers. */
  readonly at: number;
}

export interface PaceOptions {
  /** What all senders of the app may do together in the tenant, in calls a second. */
  readonly tenantPerSecond?: number;
  readonly store: PaceStore;
  /** Unique among the senders that run. */
  readonly senderId: string;
  readonly heartbeatMs?: number;
  /** Told when a heartbeat failed; the sender goes on with the share it has. */
  readonly onError?: (error: unknown) => void;
  readonly timers?: Timers;
}

/** So much slower than the limit: calls 20 ms apart may arrive 8 ms out of step before 51 of them are in a second. */
const headroom = 0.008;
/** The lateness that this leaves room for, in the mean. */
const unnoticedMs = 8;
/** From a turn to its call: so much time for a claim, however long it takes, without bringing calls closer together. */
const leadMs = 15;
/** Timers cannot be set further ahead than this safely, in milliseconds. */
const longestTimerMs = 60_000;

export function createPace(options: PaceOptions): Pace {
  const { tenantPerSecond: limit = tenantCallsPerSecond, timers = systemTimers } = options;
  if (!Number.isFinite(limit) || limit <= 0) throw new RangeError('The limit of a tenant is a number above 0');
  const conversations = createConversationCalls();
  const tenant = createTenantCalls(limit);
  const lateAnswers = createLateAnswers(unnoticedMs);
  const line = createWaitingLine(update);
  const sharing = createSharing({
    limit,
    senderId: options.senderId,
    store: options.store,
    heartbeatMs: options.heartbeatMs ?? 1_000,
    timers,
    onChange: (share, before) => {
      // What others made before they lowered themselves is still within the second that Teams looks at.
      if (before === 0) tenant.holdUntil(timers.now() + 1_000 / share);
      update();
    },
    onError: options.onError ?? (() => {}),
  });
  const stopping = new AbortController();
  let throttling = notThrottled;
  let hasWork = false;
  let cancelTimer = () => {};

  function speed(now: number): Speed {
    const share = sharing.share();
    return { share, perSecond: (share * partAt(throttling, now)) / (1 + headroom) };
  }

  function update(): void {
    cancelTimer();
    if (stopping.signal.aborted) return;
    sharing.busy(hasWork || line.size > 0);
    const waitMs = letGo();
    if (waitMs < Number.POSITIVE_INFINITY) cancelTimer = timers.after(Math.min(waitMs, longestTimerMs), update);
  }

  /** Lets go whoever may; how long the next has to wait, in milliseconds. */
  function letGo(): number {
    const now = timers.now();
    while (line.size > 0) {
      const present = speed(now);
      const waitMs = tenant.waitMs(present, now);
      if (waitMs > 0) return waitMs;
      const first = line.first((conversationId) => conversations.waitMs(conversationId, now));
      if (!('waiter' in first)) return first.waitMs;
      const { conversationId } = first.waiter;
      tenant.add(present, now);
      if (conversationId !== undefined) conversations.add(conversationId, now);
      first.waiter.go({ at: now });
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

    async leave({ at }) {
      const earlyMs = at + leadMs - timers.now();
      if (earlyMs > 0) await new Promise<void>((resolve) => void timers.after(earlyMs, resolve));
      tenant.postpone(at, Math.max(0, timers.now() - at - leadMs));
    },

    giveBack(conversationId) {
      const at = conversationId === undefined ? undefined : conversations.takeBack(conversationId);
      tenant.takeBack(speed(timers.now()), at);
      update();
    },

    note(conversationId) {
      const now = timers.now();
      tenant.add(speed(now), now);
      conversations.add(conversationId, now);
    },

    answered(tookMs) {
      const lateMs = lateAnswers.note(tookMs);
      if (lateMs > 0) tenant.arrivedLate(timers.now() - tookMs, lateMs);
    },

    throttled(retryAfterMs) {
      throttling = throttle(throttling, timers.now(), retryAfterMs);
      tenant.holdUntil(throttling.resumeAt);
    },

    working(busy) {
      hasWork = busy;
      update();
    },

    rate: () => speed(timers.now()).perSecond,

    async stop() {
      cancelTimer();
      stopping.abort();
      line.fail(stopping.signal.reason);
      await sharing.stop();
    },
  };
}
