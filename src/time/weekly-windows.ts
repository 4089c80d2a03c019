/**
 * A window of local time that opens every week, the end not included. One whose `to` is not after its `from` ends on
 * the next day, so that 22:00 to 06:00 is a night and 00:00 to 00:00 is a whole day.
 */
export interface WeeklyWindow {
  /** 1 Monday … 7 Sunday, the day on which the window opens. */
  readonly day: number;
  /** HH:MM */
  readonly from: string;
  /** HH:MM */
  readonly to: string;
}

/** Part of a local day, in milliseconds since midnight on the wall clock, the end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is open on a local date, which is given as the number of days since 1 January 1970. */
export type OpenOn = (day: number) => readonly Stretch[];

const minute = 60_000;
export const dayLength = 1_440 * minute;

/**
 * Opens the windows of each week, except on dates (YYYY-MM-DD) that are closed: then neither what starts on that date
 * is open, nor what reaches into it from the day before, nor what would reach out of it into the day after. Throws
 * RangeError on a day that is not 1 to 7 and on a time that is not HH:MM.
 */
export function openWeekly(windows: readonly WeeklyWindow[], closed: (date: string) => boolean): OpenOn {
  const starting = stretchesByWeekday();
  const reachingIn = stretchesByWeekday();
  for (const { day, from, to } of windows) {
    if (!Number.isInteger(day) || day < 1 || day > 7) throw new RangeError(`not a day of the week from 1 to 7: ${day}`);
    const start = sinceMidnight(from);
    const end = sinceMidnight(to);
    starting[day]?.push({ start, end: end > start ? end : dayLength });
    if (end <= start && end > 0) reachingIn[(day % 7) + 1]?.push({ start: 0, end });
  }
  return (day) => {
    const today = starting[weekday(day)] ?? [];
    const fromYesterday = reachingIn[weekday(day)] ?? [];
    if ((today.length === 0 && fromYesterday.length === 0) || closed(dateOf(day))) return [];
    return fromYesterday.length === 0 || closed(dateOf(day - 1)) ? today : [...fromYesterday, ...today];
  };
}

/** What is open by both. */
export function openByBoth(one: OpenOn, other: OpenOn): OpenOn {
  return (day) => {
    const stretches = one(day);
    const others = stretches.length === 0 ? [] : other(day);
    return stretches.flatMap((a) =>
      others
        .map((b) => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }))
        .filter(({ start, end }) => start < end),
    );
  };
}

function stretchesByWeekday(): Stretch[][] {
  return Array.from({ length: 8 }, () => []);
}

/** 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function dateOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

function sinceMidnight(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`not a time of day as HH:MM: ${time}`);
  return (Number(hours) * 60 + Number(minutes)) * minute;
}
