import { LRUCache } from 'lru-cache';
import { ProductError } from '../errors/product-error.ts';

export interface CallLimitOptions {
  /** Calls that one person may make at once. */
  readonly burst: number;
  /** Calls that come back to them a second. */
  readonly perSecond: number;
  /** How many people are remembered; whoever called longest ago is forgotten first. */
  readonly people: number;
}

export const usualCallLimit: CallLimitOptions = { burst: 60, perSecond: 10, people: 10_000 };

/** A token bucket for each person. Counting a call throws TooManyRequests when theirs is empty. */
export function createCallLimit(
  { burst, perSecond, people }: CallLimitOptions,
  nowMs: () => number = () => performance.now(),
): (personId: string) => void {
  const buckets = new LRUCache<string, { readonly left: number; readonly atMs: number }>({ max: people });
  return (personId) => {
    const atMs = nowMs();
    const bucket = buckets.get(personId) ?? { left: burst, atMs };
    const left = Math.min(burst, bucket.left + ((atMs - bucket.atMs) * perSecond) / 1_000);
    if (left < 1) throw new ProductError('TooManyRequests', { seconds: Math.ceil((1 - left) / perSecond) });
    buckets.set(personId, { left: left - 1, atMs });
  };
}
