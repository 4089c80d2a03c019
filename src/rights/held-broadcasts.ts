import PQueue from 'p-queue';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Versioned } from '../storage/versioned.ts';
import { monthsBackFrom } from './months.ts';

const queriesAtOnce = 8;

/**
 * The broadcasts written up to an instant of which people's data is still held, newest first; one query a month. All
 * months are looked at: a prompt may be open for long, and what is cleared is not read.
 */
export async function heldBroadcasts(broadcasts: BroadcastStore, upTo: Date): Promise<readonly Versioned<Broadcast>[]> {
  const queue = new PQueue({ concurrency: queriesAtOnce });
  const lists = await queue.addAll(monthsBackFrom(upTo).map((month) => () => broadcasts.listHolding(month)));
  return lists.flat();
}
