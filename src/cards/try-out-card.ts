import type { AdaptiveCard } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { group, strong } from './text-blocks.ts';

/**
 * A card as staff get it, for its author's own eyes: it says so below its title, and asks Teams for no newer one, since there
 * is none before it is sent.
 */
export function tryOutCard({ refresh: _refresh, ...card }: AdaptiveCard, words: Words): AdaptiveCard {
  const note = group([strong(words.t('preview.onlyYou'))], { style: 'warning', spacing: 'Medium' });
  return { ...card, body: [...card.body.slice(0, 1), note, ...card.body.slice(1)] };
}
