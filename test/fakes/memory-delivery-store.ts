import type { Delivery, Outcome, RunId, Slice } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/delivery-store.ts';
import { type Counted, checkPageLimit, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryDeliveryStore(): DeliveryStore & Counted {
  const operations = noOperations();
  const slices = createMemoryItems<Slice>(
    { what: 'slice', id: (slice) => String(slice.number).padStart(9, '0'), partition: (slice) => slice.broadcastId },
    operations,
  );
  const deliveries = createMemoryItems<Delivery>(
    {
      what: 'delivery',
      id: (delivery) => `${delivery.run} ${delivery.personId}`,
      partition: (delivery) => delivery.broadcastId,
    },
    operations,
  );
  type About = { readonly outcome?: Outcome; readonly waitsUntil?: string };
  const noted = new Map<string, { readonly slices: Map<number, About>; at: string }>();

  function note(broadcastId: string, run: RunId, about: readonly (readonly [number, About])[], at: string): void {
    operations.writes += 1;
    const key = `${broadcastId} ${run}`;
    const progress = noted.get(key) ?? { slices: new Map<number, About>(), at };
    for (const [slice, what] of about) progress.slices.set(slice, structuredClone(what));
    progress.at = at;
    noted.set(key, progress);
  }

  return {
    operations,
    createSlice: slices.create,

    async getSlice(broadcastId, number) {
      return (await slices.read(String(number).padStart(9, '0'), broadcastId))?.value;
    },

    async slices(broadcastId) {
      return (await slices.query((slice) => slice.broadcastId === broadcastId)).values;
    },

    get: (broadcastId, run, personId) => deliveries.read(`${run} ${personId}`, broadcastId),
    create: deliveries.create,
    replace: deliveries.replace,

    recordOutcome: async (broadcastId, run, slice, outcome, at) => note(broadcastId, run, [[slice, { outcome }]], at),
    recordWait: async (broadcastId, run, slice, waitsUntil, at) =>
      note(broadcastId, run, [[slice, { waitsUntil }]], at),
    forgetOutcome: async (broadcastId, run, slice, at) => note(broadcastId, run, [[slice, {}]], at),
    touch: async (broadcastId, run, at) => note(broadcastId, run, [], at),

    async removePeople(broadcastId, limit) {
      checkPageLimit(limit);
      const gone = await deliveries.removeSome((delivery) => delivery.broadcastId === broadcastId, limit);
      if (gone.more) return gone;
      const rest = await slices.removeSome((slice) => slice.broadcastId === broadcastId, limit - gone.removed);
      return { removed: gone.removed + rest.removed, more: rest.more };
    },

    async progress(broadcastId, run) {
      operations.reads += 1;
      const progress = structuredClone(noted.get(`${broadcastId} ${run}`));
      const slices = [...(progress?.slices ?? [])];
      return {
        outcomes: new Map(
          slices.flatMap(([number, { outcome }]) => (outcome === undefined ? [] : [[number, outcome]])),
        ),
        waits: new Map(
          slices.flatMap(([number, { waitsUntil }]) => (waitsUntil === undefined ? [] : [[number, waitsUntil]])),
        ),
        ...(progress === undefined ? {} : { at: progress.at }),
      };
    },
  };
}
