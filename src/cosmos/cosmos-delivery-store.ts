import type { Container } from '@azure/cosmos';
import type { Delivery, Outcome, Slice } from '../delivery/delivery.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { openItems } from './items.ts';

/** By `slice-0001` and on, so that each slice is a property that a patch can set. */
interface Outcomes {
  readonly broadcastId: string;
  readonly slices: Readonly<Record<string, Outcome>>;
}

interface Labels<Type extends string> {
  readonly id: string;
  readonly type: Type;
}

/**
 * Slices, deliveries and progress in the container `deliveries`: the partition is the broadcast, the id of a delivery
 * is the person's, slices are `slice-0001` and on, and the outcomes of all slices are the item `outcomes`.
 */
export function createCosmosDeliveryStore(container: Container): DeliveryStore {
  const slices = openItems<Slice, Slice & Labels<'slice'>>(container, {
    what: 'slice',
    partitionKey: 'broadcastId',
    toItem: (slice) => ({ id: sliceId(slice.number), type: 'slice', ...slice }),
    fromItem: ({ id, type, ...slice }) => slice,
  });
  const deliveries = openItems<Delivery, Delivery & Labels<'delivery'>>(container, {
    what: 'delivery',
    partitionKey: 'broadcastId',
    toItem: (delivery) => ({ id: delivery.personId, type: 'delivery', ...delivery }),
    fromItem: ({ id, type, ...delivery }) => delivery,
  });
  const progress = openItems<Outcomes, Outcomes & Labels<'outcomes'>>(container, {
    what: 'outcomes',
    partitionKey: 'broadcastId',
    toItem: (outcomes) => ({ id: outcomesId, type: 'outcomes', ...outcomes }),
    fromItem: ({ id, type, ...outcomes }) => outcomes,
  });

  return {
    createSlice: slices.create,

    async getSlice(broadcastId, number) {
      return (await slices.read(sliceId(number), broadcastId))?.value;
    },

    async slices(broadcastId) {
      const found = await slices.all({
        where: "c.broadcastId = @broadcastId AND c.type = 'slice'",
        parameters: { broadcastId },
        partition: broadcastId,
      });
      return found.toSorted((one, other) => one.number - other.number);
    },

    get: (broadcastId, personId) => deliveries.read(personId, broadcastId),
    create: deliveries.create,
    replace: deliveries.replace,

    async recordOutcome(broadcastId, slice, outcome) {
      const property = sliceId(slice);
      const note = () => progress.set(outcomesId, broadcastId, `/slices/${property}`, outcome);
      if (await note()) return;
      const { created } = await progress.create({ broadcastId, slices: { [property]: outcome } });
      if (!created) await note();
    },

    async outcomes(broadcastId) {
      const stored = await progress.read(outcomesId, broadcastId);
      return new Map(Object.entries(stored?.value.slices ?? {}).map(([id, outcome]) => [sliceNumber(id), outcome]));
    },
  };
}

const outcomesId = 'outcomes';
const slicePrefix = 'slice-';

function sliceId(number: number): string {
  return `${slicePrefix}${String(number).padStart(4, '0')}`;
}

function sliceNumber(id: string): number {
  return Number(id.slice(slicePrefix.length));
}
