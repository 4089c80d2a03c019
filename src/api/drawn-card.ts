import type { Broadcast, BroadcastContent } from '../broadcasts/broadcast.ts';
import type { CardJson } from '../delivery/card-sender.ts';
import type { Language } from '../language/texts.ts';
import { deadlineInstant } from '../time/deadline.ts';
import { defaultDeadline } from '../time/working-days.ts';
import type { ApiServices } from './api-services.ts';

/**
 * The card of a draft, drawn as staff get it. A deadline that does not exist, or that has passed, is a problem of the
 * draft; the usual one stands in its place, so that there is a card to see while it is mended.
 */
export async function drawnCard(
  { cards, clock }: Pick<ApiServices, 'cards' | 'clock'>,
  draft: Broadcast,
  language: Language,
): Promise<CardJson> {
  const now = clock.now();
  return cards.broadcastCard({ ...draft, content: withDeadline(draft.content, now) }, language);
}

function withDeadline(content: BroadcastContent, now: Date): BroadcastContent {
  if (content.kind === 'update' || isAhead(content.deadline, now)) return content;
  return { ...content, deadline: defaultDeadline(now) };
}

function isAhead(deadline: Parameters<typeof deadlineInstant>[0], now: Date): boolean {
  try {
    return deadlineInstant(deadline) > now;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
