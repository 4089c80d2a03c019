import type { Broadcast, Schedule } from '../broadcasts/broadcast.ts';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Language } from '../language/texts.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import type { CardJson, CardSender } from './card-sender.ts';
import type { Recipient } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Pace } from './pace/pace.ts';
import type { Progress } from './progress.ts';
import type { ApprovalNews, WorkQueue } from './work-queue.ts';

/** Draws the cards that delivery carries. Each is the same for every recipient with the same language. */
export interface CardMaker {
  broadcastCard(broadcast: Broadcast, language: Language): Promise<CardJson>;
  reminderCard(broadcast: Broadcast, language: Language): Promise<CardJson>;
  recalledCard(broadcast: Broadcast, language: Language): Promise<CardJson>;
  /** The author's view of how far the sending is. */
  progressCard(progress: Progress): Promise<CardJson>;
  /** What is new about the approval of a broadcast: for a roadmap owner that it is asked for, for its author the answer. */
  approvalCard(broadcast: Versioned<Broadcast>, news: ApprovalNews, reader: Person): Promise<CardJson>;
}

/** The cards that tell those who answered a prompt what came of it. */
export type ResultsCards =
  /** It is open, or not everything is counted. */
  | { readonly kind: 'not-yet' }
  /** Too few answered for anything to be said. */
  | { readonly kind: 'too-few' }
  /** The card of one person who answered, with what they answered beside it where that is known. */
  | {
      readonly kind: 'drawn';
      readonly cardFor: (recipient: Pick<Recipient, 'personId' | 'language'>) => Promise<CardJson>;
    };

/** The first instant at or after `from` at which a card may go to a person, going by the schedule of the broadcast. */
export type SendTime = (
  person: Pick<Person, 'area' | 'workingTime'>,
  from: Date,
  schedule?: Pick<Schedule, 'hours' | 'latestBy'>,
) => Date;

/** How long things take, in milliseconds, and how many are under way at once. */
export interface DeliveryTiming {
  /** How long a claim, and a queue message in hand, stand before the sender that holds them counts as gone. */
  readonly leaseMs: number;
  /** How long nothing may happen to a pass before the messages of its unfinished slices count as lost. */
  readonly stalledMs: number;
  /** How often to look for unfinished work. */
  readonly sweepMs: number;
  /** How long to wait before looking again when the queue is empty. */
  readonly idleMs: number;
  /** How often a broadcast's state is read again while a slice is worked on. */
  readonly stateKeptMs: number;
  readonly slicesAtOnce: number;
  readonly postsAtOnce: number;
}

export interface DeliveryPorts {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly queue: WorkQueue;
  readonly sender: CardSender;
  readonly pace: Pace;
  readonly cards: CardMaker;
  readonly clock: Clock;
  readonly sendTime: SendTime;
  readonly daysBetweenPrompts: number;
  /** A copy of a card of an anonymous prompt with a key of its own, each time another. */
  readonly keyed: (card: CardJson) => CardJson;
  /** Reads what came of a prompt, once for many recipients. */
  readonly resultsCards: (prompt: Prompt) => Promise<ResultsCards>;
  /** Whether a person has answered a prompt. */
  readonly answered: (broadcastId: string, personId: string) => Promise<boolean>;
  readonly timing: DeliveryTiming;
}
