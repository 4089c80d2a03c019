import type { RoughDate } from '../../roadmap/rough-date.ts';

/** A stretch of time in months since the year 0, the end not included; parts of a month are fractions. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const monthsOfSeason = { spring: 2, summer: 5, autumn: 8, winter: 11 } as const;

/** The stretch in which a rough date lies; undefined when it is not known at all. */
export function spanOf(date: RoughDate): Span | undefined {
  switch (date.precision) {
    case 'day': {
      const at = monthAt(date.day);
      return { from: at, to: at };
    }
    case 'month':
      return months(date.year, date.month - 1, 1);
    case 'season':
      return months(date.year, monthsOfSeason[date.season], 3);
    case 'quarter':
      // Quarter 1 of the financial year is April to June.
      return months(date.year, date.quarter * 3, 3);
    case 'year':
      return months(date.year, 0, 12);
    case 'unknown':
      return undefined;
  }
}

/** Where a day (YYYY-MM-DD) lies. */
export function monthAt(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year * 12 + month - 1 + (date - 1) / days;
}

function months(year: number, month: number, length: number): Span {
  const from = year * 12 + month;
  return { from, to: from + length };
}
