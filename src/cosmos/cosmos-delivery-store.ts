import type { Container } from '@azure/cosmos';
import type { Delivery, Outcome, RunId, Slice } from '../delivery/delivery.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { openItems } from './items.ts';

/** By `slice-0001` and on, so that each slice is a property that a patch can set. */
interface Noted {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly slices: Readonly<Record<string, { readonly outcome?: Outcome; readonly waitsUntil?: string }>>;
  readonly at: string;
}

interface Labels<Type extends string> {
  readonly id: string;
  readonly type: Type;
}

/**
 * Slices, deliveries and progress in the container `deliveries`: the partition is the broadcast, the id of a delivery
 * is the person's, after the pass if that is not the first; slices are `slice-0001` and on; how far a pass is stands in
 * the one item `progress-<pass>`.
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
    toItem: (delivery) => ({ id: deliveryId(delivery.run, delivery.personId), type: 'delivery', ...delivery }),
    fromItem: ({ id, type, ...delivery }) => delivery,
  });
  const progress = openItems<Noted, Noted & Labels<'progress'>>(container, {
    what: 'progress',
    partitionKey: 'broadcastId',
    toItem: (noted) => ({ id: progressId(noted.run), type: 'progress', ...noted }),
    fromItem: ({ id, type, ...noted }) => noted,
  });

  async function note(broadcastId: string, run: RunId, noted: Noted['slices'], at: string) {
    const properties = Object.entries(noted).map(([property, about]) => [`/slices/${property}`, about]);
    const values = { ...Object.fromEntries(properties), '/at': at };
    const set = () => progress.set(progressId(run), broadcastId, values);
    if (await set()) return;
    const { created } = await progress.create({ broadcastId, run, slices: noted, at });
    if (!created) await set();
  }

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

    get: (broadcastId, run, personId) => deliveries.read(deliveryId(run, personId), broadcastId),
    create: deliveries.create,
    replace: deliveries.replace,

    recordOutcome: (broadcastId, run, slice, outcome, at) =>
      note(broadcastId, run, { [sliceId(slice)]: { outcome } }, at),
    recordWait: (broadcastId, run, slice, waitsUntil, at) =>
      note(broadcastId, run, { [sliceId(slice)]: { waitsUntil } }, at),
    forgetOutcome: (broadcastId, run, slice, at) => note(broadcastId, run, { [sliceId(slice)]: {} }, at),
    touch: (broadcastId, run, at) => note(broadcastId, run, {}, at),

    removePeople: (broadcastId, limit) =>
      deliveries.removeSome(
        {
          where: "c.broadcastId = @broadcastId AND (c.type = 'slice' OR c.type = 'delivery')",
          parameters: { broadcastId },
          partition: broadcastId,
        },
        limit,
      ),

    async progress(broadcastId, run) {
      const stored = await progress.read(progressId(run), broadcastId);
      const slices = Object.entries(stored?.value.slices ?? {}).map(([id, about]) => [sliceNumber(id), about] as const);
      return {
        outcomes: new Map(
          slices.flatMap(([number, { outcome }]) => (outcome === undefined ? [] : [[number, outcome]])),
        ),
        waits: new Map(
          slices.flatMap(([number, { waitsUntil }]) => (waitsUntil === undefined ? [] : [[number, waitsUntil]])),
        ),
        ...(stored === undefined ? {} : { at: stored.value.at }),
      };
    },
  };
}

/** The first pass has the person's id alone, so that what a person was sent is found without knowing of passes. */
function deliveryId(run: RunId, personId: string): string {
  return run === 'send' ? personId : `${run}~${personId}`;
}

function progressId(run: RunId): string {
  return `progress-${run}`;
}

const slicePrefix = 'slice-';

function sliceId(number: number): string {
  return `${slicePrefix}${String(number).padStart(4, '0')}`;
}

function sliceNumber(id: string): number {
  return Number(id.slice(slicePrefix.length));
}
