import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Language } from '../language/texts.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Clock } from '../time/clock.ts';
import type { CardJson, CardSender } from './card-sender.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Progress } from './progress.ts';
import type { WorkQueue } from './work-queue.ts';

/** Draws the cards that delivery carries. */
export interface CardMaker {
  /** The card that every recipient with this language gets. */
  broadcastCard(broadcast: Broadcast, language: Language): Promise<CardJson>;
  /** The author's view of how far the sending is. */
  progressCard(progress: Progress): Promise<CardJson>;
}

export interface DeliveryPorts {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly queue: WorkQueue;
  readonly sender: CardSender;
  readonly cards: CardMaker;
  readonly clock: Clock;
}
