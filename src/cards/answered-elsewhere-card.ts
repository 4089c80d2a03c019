import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { promiseNote } from './promise-note.ts';
import { paragraph } from './text-blocks.ts';

export interface AnsweredElsewhereView {
  readonly content: PromptContent;
}

/** Says that an anonymous prompt was answered from another card, which alone leads to the answer. */
export function answeredElsewhereCard({ content }: AnsweredElsewhereView, words: Words): AdaptiveCard {
  const title = words.t('elsewhere.title');
  const text = words.t('elsewhere.text');
  return cardFrame(words, {
    title,
    subtitle: words.of(content.title),
    body: [
      paragraph(text, { spacing: 'Medium' }),
      paragraph(words.t('elsewhere.why')),
      promiseNote(content.privacy, words),
    ],
    actions: [commandButton('waiting', words)],
    speak: `${title}. ${text}`,
  });
}
