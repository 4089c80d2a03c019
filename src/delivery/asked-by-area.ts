import PQueue from 'p-queue';
import type { AreaSlug } from '../people/areas.ts';
import type { DeliveryStore } from './delivery-store.ts';

const readsAtOnce = 25;

/** How many people of each area are in a frozen audience: a point read for each of its slices. */
export async function askedByArea(
  deliveries: Pick<DeliveryStore, 'getSlice'>,
  broadcastId: string,
  slices: number,
): Promise<ReadonlyMap<AreaSlug, number>> {
  const reads = new PQueue({ concurrency: readsAtOnce });
  const numbers = Array.from({ length: slices }, (_, index) => index + 1);
  const found = await reads.addAll(numbers.map((number) => () => deliveries.getSlice(broadcastId, number)));
  const counts = new Map<AreaSlug, number>();
  for (const { area } of found.flatMap((slice) => slice?.recipients ?? [])) {
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}
