import type { Words } from './card-texts.ts';
import { group, strong } from './text-blocks.ts';

type Card = Readonly<Record<string, unknown>>;

/**
 * A card as staff get it, for its author's own eyes: it says so at its top, and asks Teams for no newer one, since there
 * is none before it is sent.
 */
export function tryOutCard({ refresh: _refresh, body, ...card }: Card, words: Words): Card {
  const note = group([strong(words.t('preview.onlyYou'))], { style: 'warning', spacing: 'None' });
  return { ...card, body: [note, ...(Array.isArray(body) ? body : [])] };
}
