import { firstOpen } from '../time/first-open.ts';
import {
  anyTime,
  areAnyTime,
  defaultSendingHours,
  nextSendingTime,
  openForSending,
  ownSendingHours,
  type SendingHours,
} from '../time/sending-hours.ts';
import { openByBoth, openWeekly, type WeeklyWindow } from '../time/weekly-windows.ts';
import type { AreaSlug } from './areas.ts';

/** Dates on which a person does not work, both included. Why is nobody's business here. */
export interface Away {
  /** YYYY-MM-DD */
  readonly from: string;
  /** YYYY-MM-DD */
  readonly to: string;
}

/** When a person works, as far as it is known. Times are those on the wall clock in London. */
export interface WorkingTime {
  /** The week. A shift whose `to` is not after its `from` ends on the next day. */
  readonly pattern?: readonly WeeklyWindow[];
  readonly away?: readonly Away[];
}

const wholeWeek: readonly WeeklyWindow[] = anyTime.days.map((day) => ({ day, from: anyTime.from, to: anyTime.to }));

/**
 * The hours for people of an area or unit: its own if it has any, because it does not work office hours, otherwise the
 * chosen ones. Hours that are any time stay so everywhere.
 */
export function hoursFor(area: AreaSlug, chosen: SendingHours = defaultSendingHours): SendingHours {
  return areAnyTime(chosen) ? chosen : (ownSendingHours.get(area) ?? chosen);
}

/**
 * When a card for a person goes out: the first instant at or after `from` within the sending hours at which the person
 * works and is not away. If there is none within five weeks, the pattern does not count. If there is still none,
 * because the person is away, the card goes out at `latestBy`, or without one in the next sending hours, so that
 * nobody is left out.
 *
 * The card never goes out later than `latestBy`, which should therefore be in the sending hours, and it goes out at
 * `from` when that has passed. Throws RangeError on a day or a time that does not exist.
 */
export function sendTimeFor(
  workingTime: WorkingTime | undefined,
  hours: SendingHours,
  from: Date,
  latestBy?: Date,
): Date {
  if (latestBy !== undefined && latestBy <= from) return new Date(from);
  const time = timeAtWork(workingTime ?? {}, hours, from) ?? latestBy ?? nextSendingTime(from, hours);
  return new Date(latestBy !== undefined && latestBy < time ? latestBy : time);
}

function timeAtWork({ pattern, away = [] }: WorkingTime, hours: SendingHours, from: Date): Date | undefined {
  const isAway = (date: string) => away.some((period) => period.from <= date && date <= period.to);
  const first = (week: readonly WeeklyWindow[]) =>
    firstOpen(from, openByBoth(openForSending(hours), openWeekly(week, isAway)));
  return (pattern === undefined ? undefined : first(pattern)) ?? first(wholeWeek);
}
