import { ulid } from 'ulid';
import { readBroadcast } from '../../broadcasts/read-broadcast.ts';
import { cardBytes, largestCard } from '../../cards/card-size.ts';
import type { CardJson } from '../../delivery/card-sender.ts';
import { drawnCard } from '../drawn-card.ts';
import type { Handler } from '../handler.ts';

export const getCard: Handler<'getCard'> = async (services, { person, params, query }) => {
  const { value } = await readBroadcast(services.broadcasts, person, params.broadcastId);
  const language = query.language ?? person.language;
  const sent = value.confirmed !== undefined;
  return shown(sent ? await services.cards.broadcastCard(value, language) : await drawnCard(services, value, language));
};

/** The card of what is being written, stored nowhere. */
export const drawCard: Handler<'drawCard'> = async (services, { person, body }) => {
  const now = services.clock.now();
  const draft = {
    id: ulid(now.getTime()),
    author: person.id,
    content: body.content,
    audience: { areas: [] },
    state: 'draft',
    createdAt: now.toISOString(),
  } as const;
  return shown(await drawnCard(services, draft, body.language));
};

function shown(card: CardJson) {
  return { card, bytes: cardBytes(card), largest: largestCard };
}
