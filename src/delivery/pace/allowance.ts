import { createAnswerTimes } from './answer-times.ts';
import { createConversationCalls } from './conversation-calls.ts';
import { createTenantCalls } from './tenant-calls.ts';
import { isRare, notThrottled, partAt, throttle } from './throttling.ts';

/** A call that may be made soon. */
export interface Turn {
  /** From when the call counts, in milliseconds of the pace's own clock. */
  at: number;
}

/**
 * What one sender may call, worked out from what it has called and what Teams answered. A share is in calls a second;
 * times and waits are in milliseconds of a clock that never goes back.
 */
export interface Allowance {
  /** The speed that a share comes to at present, in calls a second. */
  perSecond(share: number, now: number): number;
  /** How long the next call must wait, whoever it is for; 0 when it need not. */
  waitMs(share: number, now: number): number;
  /** How long the next call to this conversation must wait. */
  conversationWaitMs(conversationId: string, now: number): number;
  add(share: number, conversationId: string | undefined, now: number): Turn;
  giveBack(share: number, conversationId: string | undefined, now: number): void;
  /** The call left later than others do after their turn. */
  leftLate(turn: Turn, lateMs: number): void;
  answered(turn: Turn, now: number): void;
  refused(retryAfterMs: number | undefined, now: number): void;
  /** No call before this time. */
  holdUntil(at: number): void;
}

/** So much slower than the limit: calls 20 ms apart may arrive 8 ms out of step before 51 of them are in a second. */
const headroom = 0.008;
/** So much room may be made for calls that are held up on their way, in the mean of a second. */
const meanLatenessMs = 8;

export function createAllowance(limitPerSecond: number): Allowance {
  const conversations = createConversationCalls();
  const tenant = createTenantCalls(limitPerSecond);
  const answerTimes = createAnswerTimes(meanLatenessMs);
  let throttling = notThrottled;

  const perSecond = (share: number, now: number) => (share * partAt(throttling, now)) / (1 + headroom);
  const speed = (share: number, now: number) => ({ share, perSecond: perSecond(share, now) });

  function countLater(turn: Turn, laterMs: number): void {
    if (laterMs <= 0) return;
    tenant.move(turn.at, laterMs);
    turn.at += laterMs;
  }

  return {
    perSecond,
    waitMs: (share, now) => tenant.waitMs(speed(share, now), now),
    conversationWaitMs: conversations.waitMs,

    add(share, conversationId, now) {
      tenant.add(speed(share, now), now);
      if (conversationId !== undefined) conversations.add(conversationId, now);
      return { at: now };
    },

    giveBack(share, conversationId, now) {
      const at = conversationId === undefined ? undefined : conversations.takeBack(conversationId);
      tenant.takeBack(speed(share, now), at);
    },

    leftLate: countLater,

    answered(turn, now) {
      countLater(turn, answerTimes.note(now - turn.at));
    },

    refused(retryAfterMs, now) {
      throttling = throttle(throttling, now, now - answerTimes.usualMs(), retryAfterMs);
      tenant.holdUntil(throttling.resumeAt, isRare(throttling));
    },

    holdUntil: (at) => tenant.holdUntil(at, false),
  };
}
