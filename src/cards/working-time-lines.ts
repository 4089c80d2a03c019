import { Temporal } from 'temporal-polyfill';
import type { WorkingTime } from '../people/working-time.ts';
import type { WeeklyWindow } from '../time/weekly-windows.ts';
import type { Words } from './card-texts.ts';
import { clockTime } from './date-words.ts';

/** When a person works, a line for each window of the week and for each absence. */
export function workingTimeLines({ pattern = [], away = [] }: WorkingTime, words: Words): readonly string[] {
  return [
    ...pattern.map((window) => windowLine(window, words)),
    ...away.map(({ from, to }) => words.t('held.away', { from: words.day(from), to: words.day(to) })),
  ];
}

function windowLine({ day, from, to }: WeeklyWindow, words: Words): string {
  return words.t('held.window', { day: weekday(day, words), from: timeOfDay(from), to: timeOfDay(to) });
}

function timeOfDay(time: string): string {
  return clockTime(Temporal.PlainTime.from(time));
}

/** 5 January 2026 was a Monday. */
function weekday(day: number, words: Words): string {
  const date = Temporal.PlainDate.from('2026-01-05').add({ days: day - 1 });
  const locale = words.language === 'cy' ? 'cy-GB' : 'en-GB';
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return name.format(Date.UTC(date.year, date.month - 1, date.day));
}
