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
  /** No call before this time; what was missed until then is made up for only if so wanted, and as always. */
  holdUntil(at: number, makeUp: boolean): void;
}

/** A sender that fell behind, because its process was busy, makes up for so much of it, in milliseconds. */
const catchUpMs = 250;
/** It does so at no more than this many times its speed, so that calls never come in bursts... */
const catchUpSpeed = 2;
/** ...but for those that fall into one tick of the timers, in milliseconds. */
const tickMs = 3;
/** How far the window that calls are held to goes from Teams' own to that of the speed. */
const windowPart = 0.6;

/**
 * Spaces calls by absolute times, so that late timers do not add up. Whatever is made up for, calls never exceed the
 * share within a sliding window of a little more than the second that Teams looks at. What counts there is when a call
 * arrives: one that was held up on its way counts from when it may have arrived.
 */
export function createTenantCalls(limitPerSecond: number): TenantCalls {
  const kept = Math.ceil(limitPerSecond);
  const times: CallTimes = [];
  let [next, nextInCatchUp, heldUntil] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  return {
    waitMs(speed, now) {
      if (speed.perSecond <= 0) return Number.POSITIVE_INFINITY;
      const earliest = Math.max(next, nextInCatchUp, heldUntil);
      return Math.max(0, earliest - now, waitWithin([windowOf(speed)], times, now));
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

    holdUntil(at, makeUp) {
      heldUntil = Math.max(heldUntil, at);
      if (!makeUp) next = Math.max(next, at);
    },
  };
}

/**
 * Between the window that Teams looks at and the time that as many calls take at this speed: what is nearer to the one
 * lets more calls be refused that arrive out of step, what is nearer to the other lets less be made up for.
 */
function windowOf({ share, perSecond }: Speed): CallLimit {
  const count = Math.max(1, Math.ceil(share));
  const [least, most] = [count / share, count / perSecond];
  return { count, ms: 1_000 * (least + (most - least) * windowPart) };
}
