import type { Delivery, Outcome, Slice } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/delivery-store.ts';
import { type Counted, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryDeliveryStore(): DeliveryStore & Counted {
  const operations = noOperations();
  const slices = createMemoryItems<Slice>(
    { what: 'slice', id: (slice) => String(slice.number).padStart(9, '0'), partition: (slice) => slice.broadcastId },
    operations,
  );
  const deliveries = createMemoryItems<Delivery>(
    { what: 'delivery', id: (delivery) => delivery.personId, partition: (delivery) => delivery.broadcastId },
    operations,
  );
  const outcomes = new Map<string, Map<number, Outcome>>();

  return {
    operations,
    createSlice: slices.create,

    async getSlice(broadcastId, number) {
      return (await slices.read(String(number).padStart(9, '0'), broadcastId))?.value;
    },

    async slices(broadcastId) {
      return (await slices.query((slice) => slice.broadcastId === broadcastId)).values;
    },

    get: (broadcastId, personId) => deliveries.read(personId, broadcastId),
    create: deliveries.create,
    replace: deliveries.replace,

    async recordOutcome(broadcastId, slice, outcome) {
      operations.writes += 1;
      const noted = outcomes.get(broadcastId) ?? new Map<number, Outcome>();
      outcomes.set(broadcastId, noted.set(slice, structuredClone(outcome)));
    },

    async outcomes(broadcastId) {
      operations.reads += 1;
      return structuredClone(outcomes.get(broadcastId) ?? new Map());
    },
  };
}
