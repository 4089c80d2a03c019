import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { cardData } from './prompt-view.ts';
import { group, paragraph } from './text-blocks.ts';

export interface WithdrawnView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** The key of this card, where the prompt is anonymous. */
  readonly key?: string;
}

/** Confirms that an answer was taken back, and offers to answer again. */
export function withdrawnCard(view: WithdrawnView, words: Words): AdaptiveCard {
  const { content } = view;
  const title = words.t('withdrawn.title');
  const text = words.t('withdrawn.text');
  return cardFrame(words, {
    title,
    subtitle: words.of(content.title),
    body: [
      group([paragraph(text, { spacing: 'None' })], { style: 'good', spacing: 'Medium' }),
      paragraph(words.t('withdrawn.until', { deadline: words.deadline(content.deadline) })),
    ],
    actions: [goButton('prompt.show', words.t('withdrawn.again'), cardData(view)), commandButton('waiting', words)],
    speak: `${title}. ${text}`,
  });
}
