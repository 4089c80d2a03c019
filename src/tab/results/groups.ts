import type { BreakdownJson, GroupTallyJson, ResultsJson, ShownGroup } from '../../api/contract/results.ts';
import type { Words } from '../words/words.ts';

export type Dimension = BreakdownJson['dimension'];

/** One group of people within those of an area, or of all areas. */
export interface GroupName {
  readonly dimension: Dimension;
  readonly value: string;
}

/** Whose answers are shown: those of an area, or of all when absent; and of one group among them. */
export interface Chosen {
  readonly area?: string;
  readonly group?: GroupName;
}

/** What is shown of everybody in an area, or in all areas. */
export function shownOf(results: ResultsJson, area: string | undefined): ShownGroup {
  if (area === undefined) return results.total;
  return results.areas.find((each) => each.area === area)?.group ?? { shown: false };
}

/** The figures of those chosen; undefined when they are too few to show. */
export function tallyOf(results: ResultsJson, { area, group }: Chosen): GroupTallyJson | undefined {
  const shown = shownOf(results, area);
  if (!shown.shown) return undefined;
  return group === undefined ? shown.tally : groupsOf(shown, group.dimension).get(group.value);
}

/** The groups that are told apart by a dimension, the largest first. */
export function groupsOf(shown: ShownGroup, dimension: Dimension): ReadonlyMap<string, GroupTallyJson> {
  const found = shown.shown ? shown.by.find((each) => each.dimension === dimension) : undefined;
  return new Map((found?.groups ?? []).map(({ value, tally }) => [value, tally]));
}

/** Where somebody begins: with everybody, or with the first of their areas that has something to show. */
export function firstArea({ everyArea, areas }: ResultsJson): string | undefined {
  if (everyArea) return undefined;
  return (areas.find(({ group }) => group.shown) ?? areas[0])?.area;
}

/** The area that was asked, where it is the only one: then everybody is of it. */
export function onlyArea({ areas }: ResultsJson): string | undefined {
  return areas.length === 1 ? areas[0]?.area : undefined;
}

const roles = ['legal', 'operational-delivery', 'digital', 'corporate'] as const;
const places = ['home', 'office', 'court'] as const;
const languages = ['en', 'cy'] as const;

/** What a group is called; the names of sites come from the directory. */
export function groupName({ dimension, value }: GroupName, words: Words): string {
  switch (dimension) {
    case 'role': {
      const role = roles.find((each) => each === value);
      return role === undefined ? value : words.card(`role.${role}`);
    }
    case 'place': {
      const place = places.find((each) => each === value);
      return place === undefined ? value : words.t(`results.place.${place}`);
    }
    case 'language': {
      const language = languages.find((each) => each === value);
      return language === undefined ? value : words.card(`language.${language}`);
    }
    case 'site':
      return value;
  }
}
