import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { withTabButton } from '../cards/open-in-tab.ts';
import type { KnownTurn } from './turn.ts';

/** The card with a button that opens a page of the tab, where this installation has links into it. */
export function alsoInTab({ services, person, words }: KnownTurn, page: string, card: AdaptiveCard): AdaptiveCard {
  return withTabButton(card, services.tabLinks?.(page, person.id), words);
}
