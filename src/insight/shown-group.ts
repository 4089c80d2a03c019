import type { Question } from '../broadcasts/question.ts';
import type { AreaSlug } from '../people/areas.ts';
import { respondents } from '../responses/response.ts';
import { cellOf, cellsWithin } from './cells.ts';
import { type Breakdown, breakdownDimensions, type ShownGroup } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { tallyCell } from './tally-cell.ts';

/** The figures of an area, or of everybody, with all by which they can be told apart. */
export function shownGroup(snapshot: Snapshot, questions: readonly Question[], area: AreaSlug | undefined): ShownGroup {
  const tally = tallyCell(snapshot, questions, cellOf(area));
  if (tally === undefined) return { shown: false };
  const by = breakdownDimensions.map((dimension): Breakdown => {
    const prefix = cellsWithin(area, dimension);
    const groups = Object.keys(snapshot.figures[respondents]?.cells ?? {}).flatMap((cell) => {
      const ofCell = cell.startsWith(prefix) ? tallyCell(snapshot, questions, cell) : undefined;
      return ofCell === undefined ? [] : [{ value: cell.slice(prefix.length), tally: ofCell }];
    });
    return { dimension, groups: groups.toSorted((one, other) => other.tally.respondents - one.tally.respondents) };
  });
  return { shown: true, tally, by: by.filter(({ groups }) => groups.length > 0) };
}
