import type { AdaptiveCard } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { promptCard } from './prompt-card.ts';
import type { PromptView } from './prompt-view.ts';
import { strong } from './text-blocks.ts';

/** A prompt once more, for somebody who has not answered; it says so, and can be answered in place. */
export function reminderCard(view: PromptView, words: Words): AdaptiveCard {
  const card = promptCard(view, words);
  const [header, ...rest] = card.body;
  const note = strong(words.t('reminder.note', { deadline: words.deadline(view.content.deadline) }), {
    spacing: 'Medium',
  });
  return { ...card, body: [...(header === undefined ? [] : [header]), note, ...rest] };
}
