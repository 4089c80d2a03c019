import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { type Span, spanOf } from './span.ts';
import { type Quarter, quarterFrom } from './timeline.ts';

/** Items whose outcome is expected at the same time. */
export interface ItemsOfTime {
  readonly key: string;
  /** A financial quarter; a longer time where no quarter holds it, and unknown where it is not known. */
  readonly when: RoughDate;
  readonly items: readonly RoadmapItemJson[];
}

/** Groups items by the quarter of their outcome, the earliest first, and those without a known time last. */
export function byWhen(items: readonly RoadmapItemJson[]): readonly ItemsOfTime[] {
  const groups = Map.groupBy(items, ({ outcome }) => JSON.stringify(quarterOrOwn(outcome.when)));
  return [...groups]
    .map(([key, grouped]) => ({
      key,
      when: quarterOrOwn(grouped[0]?.outcome.when ?? { precision: 'unknown' }),
      items: grouped,
    }))
    .toSorted((one, other) => startOf(one.when) - startOf(other.when));
}

function quarterOrOwn(when: RoughDate): RoughDate {
  const span = spanOf(when);
  return (span === undefined ? undefined : quarterAround(span)) ?? when;
}

/** The financial quarter that a stretch of time lies in as a whole; undefined when there is none. */
function quarterAround({ from, to }: Span): Quarter | undefined {
  const start = Math.floor(from / 3) * 3;
  return to <= start + 3 ? quarterFrom(start) : undefined;
}

function startOf(when: RoughDate): number {
  return spanOf(when)?.from ?? Number.MAX_SAFE_INTEGER;
}
