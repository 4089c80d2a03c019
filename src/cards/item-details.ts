import type { ContractMilestone, RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { CardAction, CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { labelled, paragraph, strong } from './text-blocks.ts';

/** What an item is, and how sure the CPS is of it; enough for a reader of an update. */
export function itemSummary(item: RoadmapItem, words: Words): readonly CardElement[] {
  return [
    paragraph(words.of(item.summary), { spacing: 'Medium' }),
    part(
      'item.maturity',
      `${words.t(`maturity.${item.maturity}`)}. ${words.t(`maturity.asks.${item.maturity}`)}`,
      words,
    ),
    part('item.outcome', words.of(item.outcome.text), words),
    part('item.when', words.rough(item.outcome.when), words),
  ];
}

/** Everything else that is known of an item; what is not known is left out. */
export function itemDetails(item: RoadmapItem, words: Words): readonly CardElement[] {
  const objectives = item.objectives.map((objective) => words.t(`objective.${objective}`));
  return [
    ...(item.contract === undefined ? [] : [part('item.contract', contractLines(item.contract, words), words)]),
    ...(item.dependsOn === undefined ? [] : [part('item.dependsOn', words.of(item.dependsOn), words)]),
    ...(objectives.length === 0 ? [] : [part('item.objectives', objectives.join(' · '), words)]),
    part('item.approach', words.t(`item.${item.approach}`), words),
    ...(item.risk === undefined ? [] : [part('item.risk', words.of(item.risk), words)]),
    ...(item.victimsAndWitnesses === undefined
      ? []
      : [part('item.victimsAndWitnesses', words.of(item.victimsAndWitnesses), words)]),
  ];
}

/** A button that unfolds an item below the card, so that the reader keeps their place. */
export function aboutItemButton(item: RoadmapItem, words: Words): CardAction {
  return {
    type: 'Action.ShowCard',
    title: words.t('item.about'),
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: words.language,
      body: [strong(words.of(item.title)), ...itemSummary(item, words)],
    },
  };
}

function part(label: `item.${Label}`, text: string, words: Words): CardElement {
  return labelled(words.t(label), text, { spacing: 'Medium' });
}

type Label =
  | 'maturity'
  | 'outcome'
  | 'when'
  | 'contract'
  | 'dependsOn'
  | 'objectives'
  | 'approach'
  | 'risk'
  | 'victimsAndWitnesses';

function contractLines({ contract, expires, nextStarts, extensionOptions }: ContractMilestone, words: Words): string {
  const lines = [
    words.of(contract),
    words.t('item.contractExpires', { day: words.day(expires) }),
    words.t('item.contractNext', { when: words.rough(nextStarts) }),
  ];
  if (extensionOptions !== undefined) {
    lines.push(words.t('item.contractExtension', { options: words.of(extensionOptions) }));
  }
  return lines.join('\n');
}
