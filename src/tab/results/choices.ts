import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { ResultsJson } from '../../api/contract/results.ts';
import { usePinnedArea } from '../shell/pinned-area.ts';
import { type Chosen, type Dimension, firstArea, groupsOf, shownOf } from './groups.ts';

export const views = ['answers', 'compare', 'trend', 'comments'] as const;
export type View = (typeof views)[number];

export type ComparedBy = 'area' | Dimension;

const dimensions = ['role', 'place', 'language', 'site'] as const satisfies readonly Dimension[];

/** What somebody chose to see; it stands in the address, so that a link and the way back lead to the same. */
export interface Choices extends Chosen {
  readonly view: View;
  /** What groups are compared with each other. */
  readonly by: ComparedBy;
}

/** An empty text takes a choice back. */
export type Change = Partial<Record<'view' | 'area' | 'group' | 'by', string>>;

export interface ChoicesMade {
  readonly choices: Choices;
  readonly choose: (change: Change) => void;
}

/** What the address asks for, as far as these results have it. */
export function useChoices(results: ResultsJson): ChoicesMade {
  const [wanted, setWanted] = useSearchParams();
  const pinned = usePinnedArea();
  const choices = useMemo(() => choicesOf(wanted, results, pinned), [wanted, results, pinned]);
  const choose = useCallback(
    (change: Change) =>
      setWanted(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === '' && name === 'area' && pinned !== undefined) next.set(name, allAreas);
            else if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setWanted, pinned],
  );
  return { choices, choose };
}

/** Says in the address of a tab that is for one area that all are wanted. */
const allAreas = 'all';

function choicesOf(wanted: URLSearchParams, results: ResultsJson, pinned: string | undefined): Choices {
  const asked = wanted.get('area') ?? pinned;
  const area = results.areas.find((each) => each.area === asked)?.area ?? firstArea(results);
  const [dimensionWanted, ...rest] = (wanted.get('group') ?? '').split(':');
  const dimension = dimensions.find((each) => each === dimensionWanted);
  const value = rest.join(':');
  const group =
    dimension !== undefined && groupsOf(shownOf(results, area), dimension).has(value)
      ? { dimension, value }
      : undefined;
  const compared = comparable(results, area);
  return {
    by: compared.find((each) => each === wanted.get('by')) ?? compared[0] ?? 'area',
    view: views.find((each) => each === wanted.get('view')) ?? 'answers',
    ...(area === undefined ? {} : { area }),
    ...(group === undefined ? {} : { group }),
  };
}

/** By what groups of people can be compared: the areas, and whatever tells people apart within those chosen. */
export function comparable(results: ResultsJson, area: string | undefined): readonly ComparedBy[] {
  const shown = shownOf(results, area);
  return [
    ...(results.areas.length > 1 ? (['area'] as const) : []),
    ...(shown.shown ? shown.by.map(({ dimension }) => dimension) : []),
  ];
}
