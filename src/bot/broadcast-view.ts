import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { Words } from '../cards/card-texts.ts';
import { minutesToAnswer } from '../cards/minutes-to-answer.ts';
import type { PromptView } from '../cards/prompt-view.ts';
import type { Person } from '../people/person.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { BotServices } from './bot-services.ts';

type Lookups = Pick<BotServices, 'people' | 'roadmap' | 'areas'>;

/** What the card of any broadcast shows beside its content: who sends it, and the roadmap item that it is about. */
export interface BroadcastSetting {
  readonly from: string;
  readonly item?: RoadmapItem;
}

/** Looks up the setting of a broadcast. An item that has left the roadmap is left out. */
export async function broadcastSetting(
  lookups: Lookups,
  broadcast: Pick<Broadcast, 'author' | 'content'>,
  words: Words,
): Promise<BroadcastSetting> {
  const { itemId } = broadcast.content;
  const [author, item] = await Promise.all([
    lookups.people.get(broadcast.author),
    itemId === undefined ? undefined : lookups.roadmap.get(itemId),
  ]);
  const from = senderLine(lookups, author?.value, words);
  return { from, ...(item === undefined ? {} : { item: item.value }) };
}

/** A prompt as its recipients see it. */
export async function promptView(
  lookups: Lookups,
  prompt: Pick<Prompt, 'id' | 'author' | 'content'>,
  words: Words,
): Promise<PromptView> {
  const setting = await broadcastSetting(lookups, prompt, words);
  const { id, content } = prompt;
  return { broadcastId: id, content, ...setting, minutes: minutesToAnswer(content.questions), refresh: true };
}

/** By area and role rather than by name: people answer to an office. */
function senderLine(lookups: Lookups, author: Person | undefined, words: Words): string {
  if (author === undefined || author.duties.roadmapOwner) return words.t('sender.owner');
  const names = author.duties.leads.map((slug) => lookups.areas.find(slug)).filter((area) => area !== undefined);
  return words.t('sender.lead', { areas: names.map(({ name }) => words.of(name)).join(', ') });
}
