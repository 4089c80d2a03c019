import type { RoughDate } from '../../roadmap/rough-date.ts';
import { spanOf } from '../roadmap/span.ts';
import { londonDay } from '../words/london-day.ts';

/** From what is not known to what is known best. */
export const precisions = [
  'unknown',
  'year',
  'quarter',
  'season',
  'month',
  'day',
] as const satisfies readonly RoughDate['precision'][];
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export const quarters = [1, 2, 3, 4] as const;

/** About the same time in another precision; today where it was not known. */
export function withPrecision(date: RoughDate, precision: RoughDate['precision'], now = new Date()): RoughDate {
  if (date.precision === precision) return date;
  const [thisYear = 2000, thisMonth = 1] = londonDay(now).split('-').map(Number);
  const at = Math.floor(spanOf(date)?.from ?? thisYear * 12 + thisMonth - 1);
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  switch (precision) {
    case 'unknown':
      return { precision };
    case 'year':
      return { precision, year };
    case 'month':
      return { precision, year, month };
    case 'day':
      return { precision, day: `${year}-${String(month).padStart(2, '0')}-01` };
    case 'season':
      return {
        precision,
        year: month < 3 ? year - 1 : year,
        season: seasons[Math.floor(((month + 9) % 12) / 3)] ?? 'spring',
      };
    case 'quarter':
      return {
        precision,
        year: month < 4 ? year - 1 : year,
        quarter: quarters[Math.floor(((month + 8) % 12) / 3)] ?? 1,
      };
  }
}
