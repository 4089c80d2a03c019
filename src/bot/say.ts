import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { SendResult } from '../delivery/card-sender.ts';
import { repeated } from '../delivery/repeated-call.ts';
import type { ChatAddress } from '../people/person.ts';
import type { BotServices } from './bot-services.ts';
import type { CardReply, Turn } from './turn.ts';

/** Posts a card in a chat as an answer. Throws when Teams does not take it after four tries. */
export async function sayCard(services: BotServices, chat: ChatAddress, card: AdaptiveCard): Promise<void> {
  const result = await repeated(() => services.sender.send(chat, card));
  if (result.kind !== 'sent') throw new Error(`A reply was not taken: ${describe(result)}`);
}

/**
 * Makes the stored messages of an answer its card too, after it is given. Updates of one message are made in the order
 * of the answers.
 */
export function keepReply(turn: Turn, { card, also }: CardReply): void {
  const messages = [turn.message, also].filter((message) => message !== undefined);
  const byKey = new Map(messages.map((message) => [`${message.conversationId} ${message.activityId}`, message]));
  for (const [key, message] of byKey) {
    turn.services.afterwards(key, () => updateMessage(turn, message, card), turn.log);
  }
}

/** Makes the stored message the given card. A message that Teams does not let us update stays as it is. */
export async function updateMessage(turn: Turn, message: MessageAddress, card: AdaptiveCard): Promise<void> {
  const result = await repeated(() => turn.services.sender.update(message, card));
  if (result.kind !== 'sent') turn.log.warn({ result: describe(result) }, 'message not updated');
}

function describe(result: SendResult): string {
  return 'reason' in result ? `${result.kind} (${result.reason})` : result.kind;
}
