import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { RoughDate } from '../roadmap/rough-date.ts';
import type { Words } from './card-texts.ts';

export interface OutcomeGroup {
  readonly when: RoughDate;
  readonly items: readonly RoadmapItem[];
}

/**
 * Items under the quarter of their outcome, earliest first and undated last. A date that is less precise than a quarter
 * keeps a group of its own, placed by its end, so that nothing looks more certain than it is.
 */
export function groupByOutcome(items: readonly RoadmapItem[]): readonly OutcomeGroup[] {
  const groups = new Map<string, { when: RoughDate; items: RoadmapItem[] }>();
  for (const item of items) {
    const when = quarterOf(item.outcome.when);
    const key = JSON.stringify(when);
    const group = groups.get(key) ?? { when, items: [] };
    groups.set(key, { when, items: [...group.items, item] });
  }
  return [...groups.values()].sort((a, b) => lastMonth(a.when) - lastMonth(b.when));
}

/** "Q3 2026/27: October to December 2026" */
export function groupHeading(when: RoughDate, words: Words): string {
  if (when.precision === 'unknown') return words.t('roadmap.undated');
  const rough = words.rough(when);
  if (when.precision === 'quarter') {
    return words.t('date.quarterHeading', { quarter: rough, months: words.quarterMonths(when) });
  }
  return rough.charAt(0).toLocaleUpperCase(words.language) + rough.slice(1);
}

function quarterOf(when: RoughDate): RoughDate {
  if (when.precision === 'day') {
    const [year = 0, month = 0] = when.day.split('-').map(Number);
    return quarterOfMonth(year, month);
  }
  return when.precision === 'month' ? quarterOfMonth(when.year, when.month) : when;
}

function quarterOfMonth(year: number, month: number): RoughDate {
  const financialYear = month < 4 ? year - 1 : year;
  const quarter = ([4, 1, 2, 3] as const)[Math.floor((month - 1) / 3)] ?? 4;
  return { precision: 'quarter', year: financialYear, quarter };
}

/** The last month that a date may mean, counted from year 0. */
function lastMonth(when: RoughDate): number {
  switch (when.precision) {
    case 'day':
      return lastMonth(quarterOf(when));
    case 'month':
      return when.year * 12 + when.month;
    case 'season':
      return when.year * 12 + { spring: 5, summer: 8, autumn: 11, winter: 14 }[when.season];
    case 'quarter':
      return when.year * 12 + 3 + when.quarter * 3;
    case 'year':
      return when.year * 12 + 12.5;
    case 'unknown':
      return Number.POSITIVE_INFINITY;
  }
}
