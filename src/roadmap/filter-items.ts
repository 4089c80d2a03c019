import type { AreaSlug } from '../people/areas.ts';
import type { ItemKind, Maturity, Objective, RoadmapItem } from './roadmap-item.ts';

/** Which items are wanted; what is left out does not matter. */
export interface ItemFilter {
  readonly kind?: ItemKind | undefined;
  readonly maturity?: Maturity | undefined;
  readonly objective?: Objective | undefined;
  readonly area?: AreaSlug | undefined;
}

/** The items that a filter lets through, in their order. What is for everybody is for each area. */
export function filterItems(
  items: readonly RoadmapItem[],
  { kind, maturity, objective, area }: ItemFilter,
): readonly RoadmapItem[] {
  return items.filter(
    (item) =>
      (kind === undefined || item.kind === kind) &&
      (maturity === undefined || item.maturity === maturity) &&
      (objective === undefined || item.objectives.includes(objective)) &&
      (area === undefined || item.areas === undefined || item.areas.includes(area)),
  );
}
