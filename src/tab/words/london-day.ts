import { Temporal } from 'temporal-polyfill';
import { londonZone } from '../../time/deadline.ts';

/** The day (YYYY-MM-DD) on which an instant falls in London. */
export function londonDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(londonZone).toPlainDate().toString();
}
