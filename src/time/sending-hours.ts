import { firstOpen } from './first-open.ts';
import hoursData from './sending-hours.json' with { type: 'json' };
import { type OpenOn, openWeekly } from './weekly-windows.ts';
import { isBankHoliday } from './working-days.ts';

/**
 * When cards may be sent: on which weekdays, and between which times on the wall clock in London, the end not
 * included. Hours whose `to` is not after their `from` end on the next day.
 */
export interface SendingHours {
  /** 1 Monday … 7 Sunday, the days on which the hours begin. */
  readonly days: readonly number[];
  /** HH:MM */
  readonly from: string;
  /** HH:MM */
  readonly to: string;
  /** Whether also on the bank holidays of England and Wales. */
  readonly bankHolidays: boolean;
}

/** Unless the author chooses otherwise: 10am to 4pm, Tuesday to Thursday. */
export const defaultSendingHours: SendingHours = hoursData.default;

/** What an author may choose: 9am to 5pm, Monday to Friday. */
export const permittedSendingHours: SendingHours = hoursData.permitted;

/**
 * CPS Direct works from 5pm to 11am on weekdays, and at all times at weekends and on bank holidays, as its job
 * advertisements say. Its cards go out from 6pm to 10pm every day: in those hours, and not in the night, when people
 * whose shifts are not known may sleep.
 */
export const cpsDirectSendingHours: SendingHours = hoursData.own['cps-direct'];

/** The hours of areas and units that do not work office hours, by slug. */
export const ownSendingHours: ReadonlyMap<string, SendingHours> = new Map(Object.entries(hoursData.own));

/** At once, day or night. */
export const anyTime: SendingHours = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', bankHolidays: true };

/**
 * The first instant at or after `from` within the hours. Throws RangeError on a day that is not 1 to 7, on a time that is not
 * HH:MM, and on hours that name no day.
 */
export function nextSendingTime(from: Date, hours: SendingHours): Date {
  const next = firstOpen(from, openForSending(hours));
  if (next === undefined) throw new RangeError('these sending hours never open');
  return next;
}

/** Whether a card may go out at an instant. Throws RangeError on a day or a time that does not exist. */
export function withinSendingHours(at: Date, hours: SendingHours): boolean {
  return firstOpen(at, openForSending(hours))?.getTime() === at.getTime();
}

/** Whether the hours leave out no time at all. */
export function areAnyTime({ days, from, to, bankHolidays }: SendingHours): boolean {
  return bankHolidays && from === to && anyTime.days.every((day) => days.includes(day));
}

/** The dates and times at which the hours are open. Throws RangeError on a day or a time that does not exist. */
export function openForSending({ days, from, to, bankHolidays }: SendingHours): OpenOn {
  const windows = days.map((day) => ({ day, from, to }));
  return openWeekly(windows, bankHolidays ? () => false : isBankHoliday);
}
