import { LRUCache } from 'lru-cache';
import { ProductError } from '../errors/product-error.ts';

export interface CallLimitOptions {
  /** Calls that one caller may make at once. */
  readonly burst: number;
  /** Calls that come back to them a second. */
  readonly perSecond: number;
  /** How many callers are remembered; whoever called longest ago is forgotten first. */
  readonly callers: number;
}

/** For people who are signed in, each by their id. */
export const usualCallLimit: CallLimitOptions = { burst: 60, perSecond: 10, callers: 10_000 };

/**
 * For calls that are refused because nobody is signed in, by network address. All of an organisation may share one
 * address, so somebody who is signed in is never refused for what others there do.
 */
export const usualRefusalLimit: CallLimitOptions = { burst: 600, perSecond: 20, callers: 10_000 };

/** A token bucket for each caller. Counting a call throws TooManyRequests when theirs is empty. */
export function createCallLimit(
  { burst, perSecond, callers }: CallLimitOptions,
  nowMs: () => number = () => performance.now(),
): (callerId: string) => void {
  const buckets = new LRUCache<string, { readonly left: number; readonly atMs: number }>({ max: callers });
  return (callerId) => {
    const atMs = nowMs();
    const bucket = buckets.get(callerId) ?? { left: burst, atMs };
    const left = Math.min(burst, bucket.left + ((atMs - bucket.atMs) * perSecond) / 1_000);
    if (left < 1) throw new ProductError('TooManyRequests', { seconds: Math.ceil((1 - left) / perSecond) });
    buckets.set(callerId, { left: left - 1, atMs });
  };
}
