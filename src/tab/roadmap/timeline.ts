import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { monthAt, type Span, spanOf } from './span.ts';

export type Quarter = Extract<RoughDate, { precision: 'quarter' }>;

/** What is drawn of one item; absent is what has no known time. */
export interface TimelineRow {
  readonly item: RoadmapItemJson;
  /** When the outcome is expected. */
  readonly outcome?: Span;
  /** When a contract ends: firm. */
  readonly ends?: number;
  /** When what follows it may start: a window. */
  readonly nextStarts?: Span;
}

/** The roadmap over time: whole quarters, and what lies in them. */
export interface Timeline {
  readonly quarters: readonly Quarter[];
  readonly span: Span;
  readonly rows: readonly TimelineRow[];
}

/** Fewer quarters than this look like no time at all. */
const fewestQuarters = 6;

/** Lays out items over the quarters that they need, from that of `today` (YYYY-MM-DD) or earlier on. */
export function timelineOf(items: readonly RoadmapItemJson[], today: string): Timeline {
  const rows = items.map(rowOf);
  const times = [monthAt(today), ...rows.flatMap(timesOf)];
  const from = Math.floor(Math.min(...times) / 3) * 3;
  const to = Math.max(Math.floor(Math.max(...times) / 3) * 3 + 3, from + fewestQuarters * 3);
  const quarters = Array.from({ length: (to - from) / 3 }, (_, index) => quarterFrom(from + index * 3));
  return { quarters, span: { from, to }, rows: rows.toSorted((one, other) => firstOf(one) - firstOf(other)) };
}

/** Where a time lies within a span, 0 to 1. */
export function placeIn({ from, to }: Span, at: number): number {
  return (at - from) / (to - from);
}

function rowOf(item: RoadmapItemJson): TimelineRow {
  const outcome = spanOf(item.outcome.when);
  const nextStarts = item.contract === undefined ? undefined : spanOf(item.contract.nextStarts);
  return {
    item,
    ...(outcome === undefined ? {} : { outcome }),
    ...(item.contract === undefined ? {} : { ends: monthAt(item.contract.expires) }),
    ...(nextStarts === undefined ? {} : { nextStarts }),
  };
}

/** The end of a span is the beginning of what comes after it, so it lies in the span only just not. */
const justBefore = 0.01;

function timesOf({ outcome, ends, nextStarts }: TimelineRow): readonly number[] {
  const spans = [outcome, nextStarts].filter((span) => span !== undefined);
  return [
    ...spans.flatMap(({ from, to }) => [from, Math.max(from, to - justBefore)]),
    ...(ends === undefined ? [] : [ends]),
  ];
}

/** By the outcome; items whose outcome has no known time come last. */
function firstOf({ outcome }: TimelineRow): number {
  return outcome?.from ?? Number.MAX_SAFE_INTEGER;
}

/** The quarter that begins with a month, counted since the year 0. */
export function quarterFrom(month: number): Quarter {
  const year = Math.floor(month / 12);
  const quarter = Math.floor((month % 12) / 3);
  // January to March is quarter 4 of the financial year before.
  return quarter === 0
    ? { precision: 'quarter', year: year - 1, quarter: 4 }
    : { precision: 'quarter', year, quarter: quarter as 1 | 2 | 3 };
}
