import fc from 'fast-check';
import type { SendingHours } from '../../src/time/sending-hours.ts';

/** What a clock and a calendar on a wall in London show. */
export interface WallClock {
  /** YYYY-MM-DD */
  readonly date: string;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** HH:MM */
  readonly time: string;
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });

export function readWallClock(instant: Date): WallClock {
  const [date = '', time = ''] = london.format(instant).split(' ');
  return { date, time, weekday: weekdayOf(date) };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/** Whether a window that opens on some weekdays is open, unless `closed` says otherwise of the date or its day before. */
export function isOpen(
  clock: WallClock,
  window: Pick<SendingHours, 'days' | 'from' | 'to'>,
  closed: (date: string) => boolean,
): boolean {
  const { date, time, weekday } = clock;
  const { days, from, to } = window;
  const overnight = to <= from;
  const sinceToday = days.includes(weekday) && time >= from && (overnight || time < to);
  const yesterday = dayBefore(date);
  const sinceYesterday = overnight && days.includes(weekdayOf(yesterday)) && time < to && !closed(yesterday);
  return (sinceToday || sinceYesterday) && !closed(date);
}

/** Instants of the years whose bank holidays are known, many of them close to a change of the clocks or a holiday. */
export const instants = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: Date.parse('2023-02-01T00:00:00Z'), max: Date.parse('2028-11-01T00:00:00Z') }),
      fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-28T01:00Z', '2027-12-27').map(Date.parse),
    ),
    fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }),
  )
  .map(([around, offset]) => new Date(around + offset));

/** Times of day, many of them in the hours that a change of the clocks skips or repeats. */
export const timesOfDay = fc
  .oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 30, max: 150 }))
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));

export const sendingHours: fc.Arbitrary<SendingHours> = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: timesOfDay,
  to: timesOfDay,
  bankHolidays: fc.boolean(),
});

function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}
