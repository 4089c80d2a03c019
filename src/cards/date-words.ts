import { Temporal } from 'temporal-polyfill';
import type { RoughDate } from '../roadmap/rough-date.ts';
import { type Deadline, londonZone } from '../time/deadline.ts';
import type { TextKey, TextParams, Words } from './card-texts.ts';
import { rememberLatest } from './remember-latest.ts';

export type DateWords = Pick<Words, 'day' | 'deadline' | 'moment' | 'rough' | 'quarterMonths'>;

/**
 * How dates are written in one language: GOV.UK style, so "5:30pm" and never "12pm". The names of months and weekdays
 * are words of ours, since the browser of Teams knows no Welsh ones.
 */
export function dateWords(t: (key: TextKey, params?: TextParams) => string): DateWords {
  const months = t('date.months').split(', ');
  const weekdays = t('date.weekdays').split(', ');

  const monthName = (month: number) => months[month - 1] ?? '';
  const plainDay = (date: Temporal.PlainDate) =>
    `${date.day} ${t('date.month', { month: monthName(date.month), year: date.year })}`;
  const weekday = (date: Temporal.PlainDate) => weekdays[date.dayOfWeek - 1] ?? '';

  const dayOf = (date: Temporal.PlainDate) => t('date.day', { weekday: weekday(date), date: plainDay(date) });
  const onDay = (time: string, date: Temporal.PlainDate) => t('date.timeOnDay', { time, day: dayOf(date) });

  const local = (at: Temporal.PlainDateTime) => {
    const day = at.toPlainDate();
    if (at.hour === 0 && at.minute === 0) return t('date.startOfDay', { day: dayOf(day) });
    return onDay(at.hour === 12 && at.minute === 0 ? t('date.midday') : clockTime(at), day);
  };

  const deadline = rememberLatest(
    (at: string) => at,
    (at) => local(unambiguous(Temporal.PlainDateTime.from(at))),
  );
  const minute = rememberLatest(String, (sinceEpoch: number) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(sinceEpoch * 60_000);
    return local(instant.toZonedDateTimeISO(londonZone).toPlainDateTime());
  });

  const quarterMonths: Words['quarterMonths'] = ({ year, quarter }) => {
    const first = quarter === 4 ? 1 : quarter * 3 + 1;
    const calendarYear = quarter === 4 ? year + 1 : year;
    const [from, to] = [monthName(first), monthName(first + 2)];
    return t('date.quarterMonths', { from, to, year: calendarYear });
  };

  const rough = (date: RoughDate): string => {
    switch (date.precision) {
      case 'day':
        return plainDay(Temporal.PlainDate.from(date.day));
      case 'month':
        return t('date.month', { month: monthName(date.month), year: date.year });
      case 'season':
        return t(`date.${date.season}`, { year: date.year });
      case 'quarter':
        return t('date.quarter', { quarter: date.quarter, years: financialYear(date.year) });
      case 'year':
        return String(date.year);
      case 'unknown':
        return t('date.unknown');
    }
  };

  return {
    day: (date) => dayOf(Temporal.PlainDate.from(date)),
    deadline: ({ date, time }: Deadline) => deadline(`${date}T${time}`),
    moment: (instant) => minute(Math.floor(Date.parse(instant) / 60_000)),
    rough,
    quarterMonths,
  };
}

/** A deadline at midnight is written as one minute before it, since "midnight on Friday" can be read as either end. */
function unambiguous(at: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return at.hour === 0 && at.minute === 0 ? at.subtract({ minutes: 1 }) : at;
}

/** "5pm", "5:30pm" */
export function clockTime({ hour, minute }: Pick<Temporal.PlainTime, 'hour' | 'minute'>): string {
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "2026/27" of 2026 */
function financialYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
