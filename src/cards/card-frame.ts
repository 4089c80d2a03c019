import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';
import { group, heading, hint } from './text-blocks.ts';

interface Frame {
  readonly title: string;
  /** A line below the title: who it is from, or what it is about. */
  readonly subtitle?: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  /** What a voice assistant says; by default the title. */
  readonly speak?: string;
  /** The button that Teams presses by itself when the card comes into view. */
  readonly refresh?: CardAction;
}

/** The frame that every card has: the name and marking, the title, then what the card is about. */
export function cardFrame(words: Words, { title, subtitle, body, actions = [], speak, refresh }: Frame): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: words.language,
    fallbackText: oneLine(title),
    speak: oneLine(speak ?? title),
    body: [cardHeader(words, title, subtitle), ...body],
    ...(actions.length > 0 ? { actions } : {}),
    ...(refresh === undefined ? {} : { refresh: { action: refresh } }),
  };
}

/** The band at the top of a card. */
export function cardHeader(words: Words, title: string, subtitle?: string): CardElement {
  return group(
    [
      hint(words.t('product.line'), { spacing: 'None' }),
      heading(oneLine(title), { size: 'Large', spacing: 'Small' }),
      ...(subtitle === undefined ? [] : [hint(subtitle, { spacing: 'Small' })]),
    ],
    { style: 'emphasis', bleed: true },
  );
}
