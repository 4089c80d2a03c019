import type { RoadmapQuery } from '../../api/contract/roadmap.ts';
import { itemKinds, maturities, objectives } from '../../roadmap/roadmap-item.ts';

export type View = 'timeline' | 'list';

export interface RoadmapView {
  readonly view: View;
  readonly filter: RoadmapQuery;
}

/** Says in the address of a tab that is for one area that all are wanted. */
const allAreas = 'all';

/** What the address of the page says, as far as it makes sense; in a tab that is for one area, this one at first. */
export function readView(query: string, areaSlugs: readonly string[], pinned?: string): RoadmapView {
  const given = new URLSearchParams(query);
  const kind = itemKinds.find((each) => each === given.get('kind'));
  const maturity = maturities.find((each) => each === given.get('maturity'));
  const objective = objectives.find((each) => each === given.get('objective'));
  const area =
    given.get('area') === allAreas ? undefined : areaSlugs.find((each) => each === (given.get('area') ?? pinned));
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
export function writeView({ view, filter }: RoadmapView, pinned?: string): string {
  const said = new URLSearchParams(view === 'list' ? { view } : {});
  if (pinned !== undefined && filter.area === undefined) said.set('area', allAreas);
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) said.set(name, value);
  return said.toString();
}

/** Whether some items may be left out. */
export function isFiltered({ filter }: RoadmapView): boolean {
  return Object.keys(filter).length > 0;
}
