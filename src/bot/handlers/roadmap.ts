import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { roadmapCard } from '../../cards/roadmap-card.ts';
import { roadmapItemCard } from '../../cards/roadmap-item-card.ts';
import { ProductError } from '../../errors/product-error.ts';
import { alsoInTab } from '../open-in-tab.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** The roadmap by quarter. */
export async function showRoadmap({ services, words }: KnownTurn): Promise<AdaptiveCard> {
  return roadmapCard({ items: await services.roadmap.list() }, words);
}

export async function replyWithRoadmap(turn: KnownTurn): Promise<Reply> {
  return { card: await showRoadmap(turn), keep: false };
}

/** One item of the roadmap. Throws ItemUnknown. */
export async function replyWithItem(turn: KnownTurn, { itemId }: ActionData<'roadmap.item'>): Promise<Reply> {
  const item = await turn.services.roadmap.get(itemId);
  if (item === undefined) throw new ProductError('ItemUnknown');
  const card = roadmapItemCard({ item: item.value }, turn.words);
  return { card: alsoInTab(turn, `roadmap/${itemId}`, card), keep: false };
}
