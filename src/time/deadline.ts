import { Temporal } from 'temporal-polyfill';

export const londonZone = 'Europe/London';

/** Close of play, unless configured otherwise. */
export const closeOfPlay = '17:00';

/** A local business time; the instant is derived from it, so that a change of the clocks cannot move it. */
export interface Deadline {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
  readonly zone: typeof londonZone;
}

/** The instant at which a deadline passes. Throws RangeError on a date or time that does not exist. */
export function deadlineInstant(deadline: Deadline): Date {
  const local = Temporal.PlainDateTime.from(`${deadline.date}T${deadline.time}`, { overflow: 'reject' });
  return new Date(local.toZonedDateTime(deadline.zone).epochMilliseconds);
}

/** No zone is further from UTC than this. */
const farthestFromUtcMs = 14 * 3_600_000;

/** Whether an answer at `now` is too late: the deadline itself is the first instant that is. */
export function deadlinePassed(deadline: Deadline, now: Date): boolean {
  // Further away than any zone can matter, the zone need not be worked out, which takes a hundred times longer.
  const passedMs = now.getTime() - Date.parse(`${deadline.date}T${deadline.time}Z`);
  if (Math.abs(passedMs) > farthestFromUtcMs) return passedMs > 0;
  return now.getTime() >= deadlineInstant(deadline).getTime();
}
