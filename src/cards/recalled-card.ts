import type { Texts } from '../language/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { paragraph } from './text-blocks.ts';

export interface RecalledView {
  readonly title: Texts;
}

/** The short notice that takes the place of a card that was taken back. */
export function recalledCard({ title }: RecalledView, words: Words): AdaptiveCard {
  const text = words.t('recalled.text', { title: words.of(title) });
  return cardFrame(words, {
    title: words.t('recalled.title'),
    body: [paragraph(text)],
    actions: [commandButton('roadmap', words)],
    speak: text,
  });
}
