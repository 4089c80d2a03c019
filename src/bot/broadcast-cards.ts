import type { CardTexts } from '../cards/card-texts.ts';
import { progressCard } from '../cards/progress-card.ts';
import { promptCard } from '../cards/prompt-card.ts';
import { recalledCard } from '../cards/recalled-card.ts';
import { reminderCard } from '../cards/reminder-card.ts';
import { updateCard } from '../cards/update-card.ts';
import type { CardMaker } from '../delivery/delivery-ports.ts';
import type { BotServices } from './bot-services.ts';
import { broadcastSetting, promptView } from './broadcast-view.ts';
import { progressView } from './progress-view.ts';

type Lookups = Pick<BotServices, 'people' | 'roadmap' | 'areas'> & { readonly texts: CardTexts };

/** Draws the cards that delivery carries: the broadcast for its recipients, and its progress for the author. */
export function createCardMaker(lookups: Lookups): CardMaker {
  return {
    broadcastCard: async (broadcast, language) => {
      const words = lookups.texts.in(language);
      const { content } = broadcast;
      if (content.kind === 'prompt')
        return promptCard(await promptView(lookups, { ...broadcast, content }, words), words);
      return updateCard({ content, ...(await broadcastSetting(lookups, broadcast, words)) }, words);
    },
    reminderCard: async (broadcast, language) => {
      const words = lookups.texts.in(language);
      const { id, content } = broadcast;
      if (content.kind !== 'prompt') throw new TypeError('Only prompts are reminded of');
      return reminderCard(await promptView(lookups, { ...broadcast, id, content }, words), words);
    },
    recalledCard: async ({ content }, language) => recalledCard({ title: content.title }, lookups.texts.in(language)),
    progressCard: async (progress) => {
      const author = await lookups.people.get(progress.broadcast.author);
      return progressCard(progressView(progress), lookups.texts.in(author?.value.language ?? 'en'));
    },
  };
}
