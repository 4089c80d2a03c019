import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { spanOf } from './span.ts';

/** Items whose outcome is expected at the same time. */
export interface ItemsOfTime {
  readonly key: string;
  readonly when: RoughDate;
  readonly items: readonly RoadmapItemJson[];
}

/** Groups items by when their outcome is expected, the earliest first, and those without a known time last. */
export function byWhen(items: readonly RoadmapItemJson[]): readonly ItemsOfTime[] {
  const groups = Map.groupBy(items, ({ outcome }) => JSON.stringify(outcome.when));
  return [...groups]
    .map(([key, grouped]) => ({
      key,
      when: grouped[0]?.outcome.when ?? { precision: 'unknown' as const },
      items: grouped,
    }))
    .toSorted((one, other) => startOf(one.when) - startOf(other.when));
}

function startOf(when: RoughDate): number {
  return spanOf(when)?.from ?? Number.MAX_SAFE_INTEGER;
}
