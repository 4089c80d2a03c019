import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { ChatAddress } from '../people/person.ts';
import type { Reason } from './delivery.ts';

/** An adaptive card as JSON; delivery carries it and never looks inside. */
export type CardJson = Readonly<Record<string, unknown>>;

export type SendResult =
  | { readonly kind: 'sent'; readonly message: MessageAddress }
  | { readonly kind: 'unreachable'; readonly reason: Reason }
  | { readonly kind: 'failed'; readonly reason: Reason }
  /**
   * Worth another try, after `retryAfterMs` when Teams named a time. Throttled: nothing arrived, and all calls should
   * slow down. Uncertain: the card may have arrived although no good answer came. Harmless: no good answer either, but
   * doing it again puts no second card into a chat.
   */
  | { readonly kind: 'retry'; readonly why: 'throttled' | 'uncertain' | 'harmless'; readonly retryAfterMs?: number }
  /** No recipient of this broadcast can be sent to: the bot is switched off, or the card is refused. */
  | { readonly kind: 'stop'; readonly reason: Reason };

/** Puts cards into people's chats. Failures that Teams answers with are results, not errors. */
export interface CardSender {
  /** Opens the chat with a person for whom the bot is installed. */
  openChat(
    personId: string,
  ): Promise<{ readonly kind: 'opened'; readonly chat: ChatAddress } | Exclude<SendResult, { kind: 'sent' }>>;
  send(chat: ChatAddress, card: CardJson): Promise<SendResult>;
  update(message: MessageAddress, card: CardJson): Promise<SendResult>;
}
