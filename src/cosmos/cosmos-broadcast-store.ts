import type { Container } from '@azure/cosmos';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { openItems } from './items.ts';
import { ulidMonth } from './ulid-month.ts';

/**
 * Broadcasts in the container `broadcasts`: the partition is the month that the ULID was made in, so an id alone says
 * where its broadcast lies. Creating one whose id is not a ULID throws RangeError.
 */
export function createCosmosBroadcastStore(container: Container): BroadcastStore {
  const broadcasts = openItems<Broadcast, Broadcast & { readonly month: string }>(container, {
    what: 'broadcast',
    partitionKey: 'month',
    toItem: (broadcast) => ({ ...broadcast, month: monthOf(broadcast) }),
    fromItem: ({ month, ...broadcast }) => broadcast,
  });
  return {
    async get(id) {
      const month = ulidMonth(id);
      return month === undefined ? undefined : broadcasts.read(id, month);
    },
    create: broadcasts.create,
    replace: broadcasts.replace,

    async remove(id, etag) {
      const month = ulidMonth(id);
      if (month !== undefined) await broadcasts.remove(id, month, etag);
    },

    async listHolding(month) {
      const where = 'c.month = @month AND NOT IS_DEFINED(c.cleared.done)';
      const found = await broadcasts.allVersioned({ where, parameters: { month }, partition: month });
      return found.toSorted((one, other) => (one.value.id < other.value.id ? 1 : -1));
    },

    async listMonth(month) {
      const found = await broadcasts.all({ where: 'c.month = @month', parameters: { month }, partition: month });
      return found.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    },
  };
}

function monthOf({ id }: Broadcast): string {
  const month = ulidMonth(id);
  if (month === undefined) throw new RangeError('The id of a broadcast must be a ULID');
  return month;
}
