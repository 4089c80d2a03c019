import type { RoadmapItemJson, RoadmapQuery } from '../../api/contract/roadmap.ts';
import { itemKinds, maturities, objectives } from '../../roadmap/roadmap-item.ts';

export type View = 'timeline' | 'list';

export interface RoadmapView {
  readonly view: View;
  readonly filter: RoadmapQuery;
}

/** What the address of the page says, as far as it makes sense. */
export function readView(query: string, areaSlugs: readonly string[]): RoadmapView {
  const given = new URLSearchParams(query);
  const kind = itemKinds.find((each) => each === given.get('kind'));
  const maturity = maturities.find((each) => each === given.get('maturity'));
  const objective = objectives.find((each) => each === given.get('objective'));
  const area = areaSlugs.find((each) => each === given.get('area'));
  return {
    view: given.get('view') === 'list' ? 'list' : 'timeline',
    filter: {
      ...(kind === undefined ? {} : { kind }),
      ...(maturity === undefined ? {} : { maturity }),
      ...(objective === undefined ? {} : { objective }),
      ...(area === undefined ? {} : { area }),
    },
  };
}

/** What the address of the page should say. */
export function writeView({ view, filter }: RoadmapView): string {
  return new URLSearchParams({ ...(view === 'list' ? { view } : {}), ...filter }).toString();
}

/** The items that a filter lets through; items without areas are for everybody. The same as the API does. */
export function filtered(
  items: readonly RoadmapItemJson[],
  { kind, maturity, objective, area }: RoadmapQuery,
): readonly RoadmapItemJson[] {
  return items.filter(
    (item) =>
      (kind === undefined || item.kind === kind) &&
      (maturity === undefined || item.maturity === maturity) &&
      (objective === undefined || item.objectives.includes(objective)) &&
      (area === undefined || item.areas === undefined || item.areas.includes(area)),
  );
}
