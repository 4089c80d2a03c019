import type { AreaSlug } from '../people/areas.ts';
import { type FinalState, finalStates } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { reportLines } from './report.ts';

/** What became of the recipients of one area in the first pass; the states add up to `recipients`. */
export interface AreaStates extends Readonly<Record<FinalState | 'waiting', number>> {
  readonly area: AreaSlug;
  readonly recipients: number;
}

/** What became of the recipients, area by area, the areas by slug. Reads every delivery, so it is for one page at a time. */
export async function readAreaStates(deliveries: DeliveryStore, broadcastId: string): Promise<readonly AreaStates[]> {
  const areas = new Map<AreaSlug, AreaStates>();
  for await (const { area, state } of reportLines(deliveries, broadcastId)) {
    const counts = areas.get(area) ?? { ...nothing, area };
    const counted = finalStates.find((each) => each === state) ?? 'waiting';
    areas.set(area, { ...counts, recipients: counts.recipients + 1, [counted]: counts[counted] + 1 });
  }
  return [...areas.values()].toSorted((one, other) => (one.area < other.area ? -1 : 1));
}

const nothing = { recipients: 0, sent: 0, unreachable: 0, failed: 0, cancelled: 0, skipped: 0, waiting: 0 } as const;
