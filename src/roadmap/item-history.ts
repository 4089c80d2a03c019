import { isDeepStrictEqual } from 'node:util';
import type { RoadmapItem } from './roadmap-item.ts';

/** What the roadmap owner writes of an item. */
export type ItemText = Omit<RoadmapItem, 'id' | 'version' | 'changedAt'>;

export interface ItemVersion {
  readonly item: RoadmapItem;
  /** The names of the fields that the version before had differently, in alphabetical order; none of the first. */
  readonly changed: readonly string[];
}

/** The versions of an item, the newest first, each with what it changed. */
export function itemHistory(versions: readonly RoadmapItem[]): readonly ItemVersion[] {
  return versions.map((item, index) => ({ item, changed: changedFields(versions[index - 1], item) })).toReversed();
}

/** What somebody wrote of an item, without what the product keeps of it. */
export function textOf({ id: _id, version: _version, changedAt: _changedAt, ...text }: RoadmapItem): ItemText {
  return text;
}

function changedFields(before: RoadmapItem | undefined, after: RoadmapItem): readonly string[] {
  if (before === undefined) return [];
  const [was, is] = [new Map(Object.entries(textOf(before))), new Map(Object.entries(textOf(after)))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !isDeepStrictEqual(was.get(field), is.get(field)))
    .toSorted();
}
