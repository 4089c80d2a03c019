import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { Words } from '../words/words.ts';

/** The fields of an item whose changes are told, in the order of the item's page. */
const fields = [
  'title',
  'summary',
  'maturity',
  'outcome',
  'dependsOn',
  'contract',
  'risk',
  'victimsAndWitnesses',
  'objectives',
  'approach',
  'kind',
  'areas',
  'visibility',
] as const;

/** What a version changed, a sentence each: what it was and is where that is short, else only which part. */
export function changesOf(
  item: RoadmapItemJson,
  before: RoadmapItemJson | undefined,
  changed: readonly string[],
  words: Words,
): readonly string[] {
  return fields
    .filter((field) => changed.includes(field))
    .flatMap((field) => {
      const sentences = before === undefined ? [] : shortChanges(field, item, before, words);
      return sentences.length > 0
        ? sentences
        : [words.t('roadmap.history.changed', { field: words.t(`roadmap.field.${field}`) })];
    });
}

function shortChanges(
  field: (typeof fields)[number],
  item: RoadmapItemJson,
  before: RoadmapItemJson,
  words: Words,
): readonly string[] {
  const fromTo = (name: string, from: string, to: string) =>
    from === to ? [] : [words.t('roadmap.history.fromTo', { field: name, from, to })];
  switch (field) {
    case 'maturity':
      return fromTo(
        words.t('roadmap.field.maturity'),
        words.card(`maturity.${before.maturity}`),
        words.card(`maturity.${item.maturity}`),
      );
    case 'outcome':
      return fromTo(words.t('roadmap.field.when'), words.rough(before.outcome.when), words.rough(item.outcome.when));
    case 'contract':
      return contractChanges(item, before, words, fromTo);
    case 'title':
      return fromTo(words.t('roadmap.field.title'), words.of(before.title), words.of(item.title));
    default:
      return [];
  }
}

function contractChanges(
  { contract: now }: RoadmapItemJson,
  { contract: then }: RoadmapItemJson,
  words: Words,
  fromTo: (name: string, from: string, to: string) => readonly string[],
): readonly string[] {
  if (now === undefined || then === undefined) return [];
  return [
    ...fromTo(words.t('roadmap.field.expires'), words.day(then.expires), words.day(now.expires)),
    ...fromTo(words.t('roadmap.field.nextStarts'), words.rough(then.nextStarts), words.rough(now.nextStarts)),
  ];
}
