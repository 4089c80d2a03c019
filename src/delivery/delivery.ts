import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { Language } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { ChatAddress, StaffRole } from '../people/person.ts';
import type { WorkingTime } from '../people/working-time.ts';

/** A person of the frozen audience, as they were when the broadcast was planned. */
export interface Recipient {
  readonly personId: string;
  readonly area: AreaSlug;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  /** Absent when the bot had no chat with the person at planning time. */
  readonly chat?: ChatAddress;
  /** As it was at planning time, for reminders. */
  readonly workingTime?: WorkingTime;
  /** The person's next working hours, or the end of their week without a prompt; absent when they may be sent to now. */
  readonly notBefore?: string;
}

/**
 * A part of the frozen audience, of at most 50 recipients. Slices are written before anything is sent, so the audience
 * cannot change afterwards, and a queue message need only name one.
 */
export interface Slice {
  readonly broadcastId: string;
  /** From 1. */
  readonly number: number;
  readonly recipients: readonly Recipient[];
}

/**
 * A pass over the frozen audience. `send` posts the card; `remind-1` and on remind those who have not answered;
 * `correct-1` and on, and `recall`, update the cards that were sent; `results` posts to those who answered what came
 * of it.
 */
export type RunId = 'send' | `remind-${number}` | `correct-${number}` | 'results' | 'recall';

/** Skipped: the pass concerns others, such as a reminder to somebody who has answered. */
export const finalStates = ['sent', 'unreachable', 'failed', 'cancelled', 'skipped'] as const;
export type FinalState = (typeof finalStates)[number];
export type DeliveryState = 'planned' | 'claimed' | FinalState;

/** Why a card did not arrive, or was not needed, in words that cards and exports translate. */
export const reasons = [
  'not-installed',
  'uninstalled',
  'blocked',
  'chat-gone',
  'card-refused',
  'bot-disabled',
  'not-signed-in',
  'refused',
  'server-error',
  'no-answer',
  'answered',
  'not-sent',
  'deadline-passed',
  'not-answered',
  'too-few-answered',
] as const;
export type Reason = (typeof reasons)[number];

/** What became of one recipient in one pass. A recipient of a slice without a delivery is planned. */
export interface Delivery {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly personId: string;
  readonly state: DeliveryState;
  readonly reason?: Reason;
  readonly attempts: number;
  /** How often a post was made again although the one before may have arrived; absent when never. */
  readonly uncertain?: number;
  /** When another attempt may be made, ISO 8601; only while planned. */
  readonly notBefore?: string;
  /** When the state last changed, ISO 8601. */
  readonly at: string;
  /** The card that was sent. */
  readonly message?: MessageAddress;
  readonly area: AreaSlug;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
}

/** How many recipients ended in which final state, and why those not sent to were not. */
export interface Outcome {
  readonly sent: number;
  readonly unreachable: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly skipped: number;
  /** Among those sent: people who may have got the card twice. */
  readonly possiblyTwice: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}
