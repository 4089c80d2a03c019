import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { itemDetails, itemSummary } from './item-details.ts';

export interface RoadmapItemView {
  readonly item: RoadmapItem;
}

/** One roadmap item in full. */
export function roadmapItemCard({ item }: RoadmapItemView, words: Words): AdaptiveCard {
  return cardFrame(words, {
    title: words.of(item.title),
    subtitle: words.t(`kind.${item.kind}`),
    body: [...itemSummary(item, words), ...itemDetails(item, words)],
    actions: [goButton('roadmap.show', words.t('item.back'), {})],
  });
}
