import type { AreaSlug } from '../people/areas.ts';
import type { Profile } from '../responses/response.ts';
import { type BreakdownDimension, breakdownDimensions } from './results.ts';

/** A set of people that figures are published of: everybody, an area, or either told apart by one more dimension. */
export type Cell = string;

export const everybody: Cell = 'all';

/** The cell of an area; of everybody when there is none. */
export function cellOf(area: AreaSlug | undefined): Cell {
  return area === undefined ? everybody : `area:${area}`;
}

/** What the cells start with that break an area, or everybody, down by a dimension; the value follows. */
export function cellsWithin(area: AreaSlug | undefined, dimension: BreakdownDimension): string {
  return area === undefined ? `${dimension}:` : `${cellOf(area)}|${dimension}:`;
}

/** All cells in which people with this label are counted. */
export function cellsOf(label: Profile): readonly Cell[] {
  const areas = label.area === undefined ? [undefined] : [undefined, label.area];
  return areas.flatMap((area) => [
    cellOf(area),
    ...breakdownDimensions.flatMap((dimension) => {
      const value = label[dimension];
      return value === undefined ? [] : [cellsWithin(area, dimension) + value];
    }),
  ]);
}
