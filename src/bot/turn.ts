import type { Logger } from 'pino';
import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Words } from '../cards/card-texts.ts';
import type { ChatAddress, Person } from '../people/person.ts';
import type { BotServices } from './bot-services.ts';

/** What an action is answered with. */
export type Reply = CardReply | ErrorReply;

/** A card in the place of the one that the action was taken on. */
export interface CardReply {
  readonly card: AdaptiveCard;
  /**
   * Whether the stored message becomes this card too. Without it the client goes back to the old card as soon as
   * somebody reacts to the message, and other devices keep showing the old one.
   */
  readonly keep: boolean;
  /** A further message that then becomes this card: the one in which a prompt was sent, when it is answered elsewhere. */
  readonly also?: MessageAddress | undefined;
}

/** A sentence beside the card, which stays with all that was filled in. */
export interface ErrorReply {
  readonly error: { readonly code: string; readonly message: string };
}

/** One thing that somebody did, with all that a handler needs to answer it. */
export interface Turn {
  readonly personId: string;
  readonly name?: string;
  readonly chat: ChatAddress;
  readonly services: BotServices;
  readonly log: Logger;
  /** In the person's language; for somebody unknown, in that of their Teams. */
  readonly words: Words;
  /** Posts a card as a new message. */
  readonly say: (card: AdaptiveCard) => Promise<void>;
  /** The message that holds the card on which an action was taken. */
  readonly message?: MessageAddress;
}

/** A turn of somebody the directory knows. */
export interface KnownTurn extends Turn {
  readonly person: Person;
}
