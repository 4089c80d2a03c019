import { Temporal } from 'temporal-polyfill';
import { londonZone } from './deadline.ts';
import { dayLength, type OpenOn } from './weekly-windows.ts';

/** How far ahead an opening is looked for: five weeks. */
const searchLength = 35 * dayLength;

/** A time in which the clocks in London do not change; all in milliseconds, instants since the epoch. */
interface SteadyTime {
  readonly start: number;
  readonly end: number;
  /** How far the wall clock is ahead of UTC. */
  readonly ahead: number;
}

/**
 * The first instant at or after `from` that is open by the wall clock in London; undefined when there is none within
 * five weeks. What is open between 1am and 2am opens twice in the night in which the clocks go back, and not at all in
 * the night in which they go forward.
 */
export function firstOpen(from: Date, openOn: OpenOn): Date | undefined {
  for (const { start, end, ahead } of steadyTimes(from.getTime(), from.getTime() + searchLength)) {
    const found = firstOnWallClock(start + ahead, end + ahead, openOn);
    if (found !== undefined) return new Date(found - ahead);
  }
  return undefined;
}

/** Readings of the wall clock are written as the instant at which a clock in UTC shows the same. */
function firstOnWallClock(start: number, end: number, openOn: OpenOn): number | undefined {
  for (let day = Math.floor(start / dayLength); day * dayLength < end; day += 1) {
    const openings = openOn(day)
      .map((stretch) => ({
        opens: Math.max(day * dayLength + stretch.start, start),
        closes: Math.min(day * dayLength + stretch.end, end),
      }))
      .filter(({ opens, closes }) => opens < closes);
    if (openings.length > 0) return Math.min(...openings.map(({ opens }) => opens));
  }
  return undefined;
}

/** Five weeks see one change of the clocks at most. */
function steadyTimes(start: number, end: number): readonly SteadyTime[] {
  const first = inLondon(start);
  const last = inLondon(end);
  const change = aheadOfUtc(first) === aheadOfUtc(last) ? null : first.getTimeZoneTransition('next');
  if (change === null) return [{ start, end, ahead: aheadOfUtc(first) }];
  const changes = change.epochMilliseconds;
  return [
    { start, end: changes, ahead: aheadOfUtc(first) },
    { start: changes, end, ahead: aheadOfUtc(last) },
  ];
}

function inLondon(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(londonZone);
}

function aheadOfUtc(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 1_000_000;
}
