import { breakdownDimensions, type Results, type ShownGroup } from '../insight/results.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import type { CardAction } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';

/** What the filter of the results holds when no single area is chosen, or nothing to compare by. */
export const [allAreas, together] = ['all', 'together'] as const;

/** By what results can be compared: groups of people, or the times at which a series was asked. */
export const comparedBy = [...breakdownDimensions, 'time'] as const;
export type ComparedBy = (typeof comparedBy)[number];

interface FilterView {
  readonly results: Results;
  readonly areas: AreaList;
  readonly area?: AreaSlug;
  readonly by?: ComparedBy;
}

/** Lets the reader choose one area, and by what to compare the people in it; nothing where there is no choice. */
export function resultsFilter(view: FilterView, shown: ShownGroup, words: Words): readonly CardAction[] {
  const inputs = [...areaInput(view, words), ...comparedByInput(view, shown, words)];
  if (inputs.length === 0) return [];
  const { broadcastId } = view.results;
  const show = sendButton('results.show', words.t('results.filterButton'), { broadcastId });
  return [
    {
      type: 'Action.ShowCard',
      title: words.t('results.choose'),
      card: { type: 'AdaptiveCard', version: '1.5', lang: words.language, body: inputs, actions: [show] },
    },
  ];
}

function areaInput({ results, areas, area }: FilterView, words: Words) {
  if (results.areas.length < 2) return [];
  const chosen = area ?? (results.everyArea ? allAreas : undefined);
  const choices = [
    ...(results.everyArea ? [{ title: words.t('results.allAreas'), value: allAreas }] : []),
    ...results.areas.map((each) => ({ title: oneLine(areaName(areas, each.area, words)), value: each.area })),
  ];
  const value = chosen === undefined ? {} : { value: chosen };
  return [{ type: 'Input.ChoiceSet', id: 'area', label: words.t('results.filter'), ...value, choices }];
}

function comparedByInput({ by, results }: FilterView, shown: ShownGroup, words: Words) {
  const known = shown.shown ? shown.by.map(({ dimension }) => dimension) : [];
  const dimensions = breakdownDimensions.filter((dimension) => known.includes(dimension));
  const choices = [
    { title: words.t('results.byNothing'), value: together },
    ...dimensions.map((dimension) => ({ title: words.t(`resultsFile.by.${dimension}`), value: dimension })),
    ...(results.trend.length === 0 ? [] : [{ title: words.t('resultsFile.sheets.earlier'), value: 'time' }]),
  ];
  if (choices.length === 1) return [];
  return [{ type: 'Input.ChoiceSet', id: 'by', label: words.t('results.by'), value: by ?? together, choices }];
}

/** The name of an area; its id where it is not listed any more. */
export function areaName(areas: AreaList, slug: AreaSlug, words: Words): string {
  const area = areas.find(slug);
  return area === undefined ? slug : words.of(area.name);
}
