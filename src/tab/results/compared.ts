import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson, ResultsJson } from '../../api/contract/results.ts';
import type { Words } from '../words/words.ts';
import type { Choices } from './choices.ts';
import { groupName, groupsOf, shownOf } from './groups.ts';
import { type Measure, type Measured, measured } from './measures.ts';

/** One of the groups that are compared; without a tally it is too small to show. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly tally?: GroupTallyJson;
}

/** The groups that are compared, in the order in which the results give them. */
export function comparedGroups(
  results: ResultsJson,
  { by, area }: Choices,
  nameOfArea: (slug: string) => string,
  words: Words,
): readonly Compared[] {
  if (by === 'area') {
    return results.areas.map(({ area: slug, group }) => ({
      id: slug,
      name: nameOfArea(slug),
      ...(group.shown ? { tally: group.tally } : {}),
    }));
  }
  return [...groupsOf(shownOf(results, area), by)].map(([value, tally]) => ({
    id: value,
    name: groupName({ dimension: by, value }, words),
    tally,
  }));
}

/** All of those compared together; undefined when that cannot be shown. */
export function allTogether(results: ResultsJson, { by, area }: Choices): GroupTallyJson | undefined {
  const shown = shownOf(results, by === 'area' ? undefined : area);
  return shown.shown ? shown.tally : undefined;
}

export interface ComparedNumber extends Compared {
  readonly measured: Measured;
}

/** Those of the groups that have a number, the highest first. */
export function numbersOf(
  groups: readonly Compared[],
  question: QuestionJson,
  measure: Measure,
  words: Words,
): readonly ComparedNumber[] {
  return groups
    .flatMap((group) => {
      const number = measured(question, measure, group.tally?.questions[question.id], words);
      return number === undefined ? [] : [{ ...group, measured: number }];
    })
    .toSorted((one, other) => other.measured.value - one.measured.value);
}
