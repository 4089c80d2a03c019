import { Temporal } from 'temporal-polyfill';
import bankHolidayData from './bank-holidays-england-and-wales.json' with { type: 'json' };
import { closeOfPlay, type Deadline, londonZone } from './deadline.ts';

/** How long a prompt stays open, unless its author chooses otherwise. */
export const defaultWorkingDays = 10;

const bankHolidays: ReadonlySet<string> = new Set(bankHolidayData.map(({ date }) => date));
const knownYears: ReadonlySet<number> = new Set(bankHolidayData.map(({ date }) => Number(date.slice(0, 4))));

/**
 * Whether the bank holidays of a year are in the data file, which holds what gov.uk/bank-holidays lists for England
 * and Wales. In a year that is missing, every Monday to Friday counts as a working day.
 */
export function bankHolidaysKnown(year: number): boolean {
  return knownYears.has(year);
}

/** Whether a date (YYYY-MM-DD) is a bank holiday of England and Wales, as far as those of its year are known. */
export function isBankHoliday(date: string): boolean {
  return bankHolidays.has(date);
}

/** Whether a date is Monday to Friday and no bank holiday of England and Wales. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isBankHoliday(date.toString());
}

/**
 * The `days`-th working day after `date`, which itself need not be one; `date` when `days` is 0. Throws RangeError
 * when `days` is not a whole number or is below 0.
 */
export function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`cannot add ${days} working days`);
  let reached = date;
  for (let left = days; left > 0; ) {
    reached = reached.add({ days: 1 });
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Close of play ten working days after today, where today is the date in London at `now`. */
export function defaultDeadline(now: Date): Deadline {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(londonZone).toPlainDate();
  return { date: addWorkingDays(today, defaultWorkingDays).toString(), time: closeOfPlay, zone: londonZone };
}
