import type { RoadmapQuery } from '../../api/contract/roadmap.ts';
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
  const said = new URLSearchParams(view === 'list' ? { view } : {});
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) said.set(name, value);
  return said.toString();
}
