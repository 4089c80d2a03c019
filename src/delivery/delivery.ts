import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { Language } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { ChatAddress, StaffRole } from '../people/person.ts';

/** A person of the frozen audience, as they were when the broadcast was planned. */
export interface Recipient {
  readonly personId: string;
  readonly area: AreaSlug;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  /** Absent when the bot had no chat with the person at planning time. */
  readonly chat?: ChatAddress;
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

export const finalStates = ['sent', 'unreachable', 'failed', 'cancelled'] as const;
export type FinalState = (typeof finalStates)[number];
export type DeliveryState = 'planned' | 'claimed' | FinalState;

/** Why a card did not arrive, in words that cards and exports translate. */
export const reasons = [
  'not-installed',
  'uninstalled',
  'blocked',
  'chat-gone',
  'card-refused',
  'bot-disabled',
  'not-signed-in',
  'server-error',
  'no-answer',
] as const;
export type Reason = (typeof reasons)[number];

/** What became of one recipient. A recipient of a slice without a delivery is planned. */
export interface Delivery {
  readonly broadcastId: string;
  readonly personId: string;
  readonly state: DeliveryState;
  readonly reason?: Reason;
  readonly attempts: number;
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
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}
