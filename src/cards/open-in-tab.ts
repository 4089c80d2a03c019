import type { AdaptiveCard, CardAction } from './adaptive-card.ts';
import { cardBytes, largestCard } from './card-size.ts';
import type { Words } from './card-texts.ts';

/** The address at which a person opens a page of the tab, which is named as in `broadcasts/<id>`. */
export type TabLinks = (page: string, personId: string) => string;

/** So many buttons stand out at the end of a card, so that one sees at a glance what to do. */
const mostStandingOut = 3;

/** Teams shows no more at the end of a card, the folded ones among them. */
const mostAtTheEnd = 6;

/** The card with one more button, which opens the tab at an address; as it is where there is none, or no room for it. */
export function withTabButton(card: AdaptiveCard, address: string | undefined, words: Words): AdaptiveCard {
  if (address === undefined) return card;
  const longer = withButton(card, { type: 'Action.OpenUrl', title: words.t('common.openInTab'), url: address });
  return cardBytes(longer) <= largestCard ? longer : card;
}

/** At the end of the card; where that is full, under its texts. */
function withButton(card: AdaptiveCard, button: CardAction): AdaptiveCard {
  const actions = card.actions ?? [];
  if (actions.length >= mostAtTheEnd) {
    return { ...card, body: [...card.body, { type: 'ActionSet', spacing: 'Small', actions: [button] }] };
  }
  const standOut = actions.filter(({ mode }) => mode !== 'secondary').length;
  return { ...card, actions: [...actions, standOut < mostStandingOut ? button : { ...button, mode: 'secondary' }] };
}
