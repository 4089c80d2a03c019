import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { ProductUnderTest } from './product-under-test.ts';

/** Looks for unfinished work and for answers to count often enough for a test. */
export const countingQuickly = { sweepMs: 300, resultsLookMs: 100 } as const;

/** Waits until all is counted that ever will be of prompts that have closed. */
export async function untilFinal({ product }: ProductUnderTest, ...broadcastIds: readonly string[]): Promise<void> {
  for (const broadcastId of broadcastIds) {
    for (let look = 1; ; look += 1) {
      const snapshot = await product.stores.results.snapshots.get(broadcastId);
      if (snapshot?.value.finalFor !== undefined) break;
      assert.ok(look < 300, `The figures of ${broadcastId} were never final`);
      await setTimeout(100);
    }
  }
}
