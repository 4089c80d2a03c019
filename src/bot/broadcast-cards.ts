import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { hasClosed } from '../broadcasts/closing.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { CardTexts, Words } from '../cards/card-texts.ts';
import { closedCard } from '../cards/closed-card.ts';
import { withTabButton } from '../cards/open-in-tab.ts';
import { progressCard } from '../cards/progress-card.ts';
import { promptCard } from '../cards/prompt-card.ts';
import type { PromptView } from '../cards/prompt-view.ts';
import { recalledCard } from '../cards/recalled-card.ts';
import { reminderCard } from '../cards/reminder-card.ts';
import { updateCard } from '../cards/update-card.ts';
import type { CardMaker } from '../delivery/delivery-ports.ts';
import { cardKeyPlaceholder } from '../responses/card-key.ts';
import { approvalCard } from './approval-cards.ts';
import type { BotServices } from './bot-services.ts';
import { broadcastSetting, promptView } from './broadcast-view.ts';
import { progressView } from './progress-view.ts';

type Lookups = Pick<BotServices, 'people' | 'roadmap' | 'areas' | 'clock' | 'contactAddress' | 'tabLinks'> & {
  readonly texts: CardTexts;
};

/**
 * Draws the cards that delivery carries: the broadcast for its recipients, and its progress for the author. The card of
 * an anonymous prompt has a placeholder where each recipient gets a key of their own.
 */
export function createCardMaker(lookups: Lookups): CardMaker {
  return {
    broadcastCard: async (broadcast, language) => {
      const words = lookups.texts.in(language);
      const { content } = broadcast;
      if (content.kind === 'prompt') return questionsOrClosed(lookups, { ...broadcast, content }, words);
      return updateCard({ content, ...(await broadcastSetting(lookups, broadcast, words)) }, words);
    },
    reminderCard: async (broadcast, language) => {
      const words = lookups.texts.in(language);
      const { content } = broadcast;
      if (content.kind !== 'prompt') throw new TypeError('Only prompts are reminded of');
      return reminderCard(await placeholderView(lookups, { ...broadcast, content }, words), words);
    },
    recalledCard: async ({ content }, language) => recalledCard({ title: content.title }, lookups.texts.in(language)),
    approvalCard: (broadcast, news, reader) => approvalCard(lookups, broadcast, news, reader),
    progressCard: async (progress) => {
      const { id, author: authorId } = progress.broadcast;
      const author = await lookups.people.get(authorId);
      const words = lookups.texts.in(author?.value.language ?? 'en');
      const address = lookups.tabLinks?.(`broadcasts/${id}`, authorId);
      return withTabButton(progressCard(progressView(progress), words), address, words);
    },
  };
}

/** Whoever has not answered when a prompt closes finds that it has, without having to ask. */
async function questionsOrClosed(lookups: Lookups, prompt: Prompt, words: Words): Promise<AdaptiveCard> {
  const { id, content, closedEarlyAt } = prompt;
  if (!hasClosed(prompt, lookups.clock.now())) return promptCard(await placeholderView(lookups, prompt, words), words);
  const early = closedEarlyAt === undefined ? {} : { closedEarlyAt };
  return closedCard({ broadcastId: id, content, contact: lookups.contactAddress, ...early }, words);
}

async function placeholderView(lookups: Lookups, prompt: Prompt, words: Words): Promise<PromptView> {
  const view = await promptView(lookups, prompt, words);
  return prompt.content.privacy === 'anonymous' ? { ...view, key: cardKeyPlaceholder } : view;
}
