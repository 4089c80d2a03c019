import { addCall, type CallTimes, removeCall, waitWithin } from './call-times.ts';
import type { CallLimit } from './limits.ts';

/** How fast one sender may go, in calls a second. */
export interface Speed {
  /** Its share of the tenant's limit. */
  readonly share: number;
  /** What it goes at, not more than the share; 0 stops it. */
  readonly perSecond: number;
}

/** The calls of one sender to one tenant, spread evenly in time. Times and waits are in milliseconds. */
export interface TenantCalls {
  /** How long the next call must wait; 0 when it need not, Infinity while the sender is stopped. */
  waitMs(speed: Speed, now: number): number;
  add(speed: Speed, now: number): void;
  /** Takes out the call made at this time, or the last one. */
  takeBack(speed: Speed, at?: number): void;
  /** The call made at this time counts from a later one. */
  move(at: number, laterMs: number): void;
  /** No call before this time, and nothing of what was missed until then is made up for. */
  holdUntil(at: number): void;
}

/** A sender that fell behind, because its process was busy, makes up for so much of it, in milliseconds. */
const catchUpMs = 250;
/** It does so at no more than this many times its speed, so that calls never come in bursts... */
const catchUpSpeed = 2;
/** ...but for those that fall into one tick of the timers, in milliseconds. */
const tickMs = 3;

/**
 * Spaces calls by absolute times, so that late timers do not add up. Whatever is made up for, calls never exceed the
 * share within a sliding window of a little more than the second that Teams looks at. What counts there is when a call
 * arrives: one that was held up on its way counts from when it may have arrived.
 */
export function createTenantCalls(limitPerSecond: number): TenantCalls {
  const kept = Math.ceil(limitPerSecond);
  const times: CallTimes = [];
  let [next, nextInCatchUp] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  return {
    waitMs(speed, now) {
      if (speed.perSecond <= 0) return Number.POSITIVE_INFINITY;
      return Math.max(0, next - now, nextInCatchUp - now, waitWithin([windowOf(speed)], times, now));
    },

    add(speed, now) {
      addCall(times, now, kept);
      if (speed.perSecond <= 0) return;
      const spacingMs = 1_000 / speed.perSecond;
      next = Math.max(next, now - catchUpMs) + spacingMs;
      nextInCatchUp = Math.max(nextInCatchUp, now - tickMs) + spacingMs / catchUpSpeed;
    },

    takeBack(speed, at = times.at(-1)) {
      if (at === undefined || !removeCall(times, at) || speed.perSecond <= 0) return;
      const spacingMs = 1_000 / speed.perSecond;
      next -= spacingMs;
      nextInCatchUp -= spacingMs / catchUpSpeed;
    },

    move(at, laterMs) {
      if (removeCall(times, at)) addCall(times, at + laterMs, kept);
    },

    holdUntil(at) {
      next = Math.max(next, at);
    },
  };
}

/** Half-way between the window that Teams looks at and the time that as many calls take at this speed. */
function windowOf({ share, perSecond }: Speed): CallLimit {
  const count = Math.max(1, Math.ceil(share));
  return { count, ms: (1_000 * (count / share + count / perSecond)) / 2 };
}
