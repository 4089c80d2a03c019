import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { BroadcastStore } from '../../src/broadcasts/broadcast-store.ts';
import { ulidMonth } from '../../src/cosmos/ulid-month.ts';
import { type Counted, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryBroadcastStore(): BroadcastStore & Counted {
  const operations = noOperations();
  const broadcasts = createMemoryItems<Broadcast>(
    { what: 'broadcast', id: (broadcast) => broadcast.id, partition: (broadcast) => monthOf(broadcast.id) },
    operations,
  );
  return {
    operations,
    async get(id) {
      const month = ulidMonth(id);
      return month === undefined ? undefined : broadcasts.read(id, month);
    },
    create: broadcasts.create,
    replace: broadcasts.replace,

    async remove(id, etag) {
      await broadcasts.remove(id, monthOf(id), etag);
    },

    async listHolding(month) {
      const { values } = await broadcasts.query(({ id, cleared }) => monthOf(id) === month && cleared?.done !== true);
      const found = await Promise.all(values.map(({ id }) => broadcasts.read(id, month)));
      return found.filter((stored) => stored !== undefined).toReversed();
    },

    async listMonth(month) {
      const { values } = await broadcasts.query((broadcast) => monthOf(broadcast.id) === month);
      return values.toReversed();
    },
  };
}

function monthOf(id: string): string {
  const month = ulidMonth(id);
  if (month === undefined) throw new RangeError('The id of a broadcast must be a ULID');
  return month;
}
