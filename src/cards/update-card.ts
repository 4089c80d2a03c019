import type { UpdateContent } from '../broadcasts/broadcast.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { aboutItemButton } from './item-details.ts';
import { paragraph } from './text-blocks.ts';

export interface UpdateView {
  readonly content: UpdateContent;
  /** Who sends it, by area and role rather than by name. */
  readonly from: string;
  /** The roadmap item that the update is about. */
  readonly item?: RoadmapItem;
}

/** What staff get for an update. */
export function updateCard(view: UpdateView, words: Words): AdaptiveCard {
  const title = words.of(view.content.title);
  return cardFrame(words, {
    title,
    subtitle: words.t('common.from', { from: view.from }),
    body: updateBody(view, words),
    actions: [...(view.item === undefined ? [] : [aboutItemButton(view.item, words)]), commandButton('roadmap', words)],
    speak: words.t('update.speak', { title }),
  });
}

/** An update below its title, as the card and its preview show it. */
export function updateBody({ content }: Pick<UpdateView, 'content'>, words: Words): readonly CardElement[] {
  return [paragraph(words.of(content.body), { spacing: 'Medium' })];
}
