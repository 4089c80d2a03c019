import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../time/clock.ts';
import type { Broadcast } from './broadcast.ts';
import type { BroadcastStore } from './broadcast-store.ts';

/** Broadcasts of the present month and of `monthsBack` before it, newest first. One query a month. */
export async function recentBroadcasts(
  broadcasts: BroadcastStore,
  clock: Clock,
  monthsBack: number,
): Promise<readonly Broadcast[]> {
  const present = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toPlainYearMonth();
  const months = Array.from({ length: monthsBack + 1 }, (_, back) => present.subtract({ months: back }).toString());
  const lists = await Promise.all(months.map((month) => broadcasts.listMonth(month)));
  return lists.flat();
}
