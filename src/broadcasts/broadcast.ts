import type { Texts } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { ChatAddress } from '../people/person.ts';
import type { Deadline } from '../time/deadline.ts';
import type { Question } from './question.ts';

/**
 * What is promised to those who answer a prompt. Named: leads see who said what. Confidential: the identity is stored
 * and never shown; only groups of ten or more are shown. Anonymous: the answer is stored with nothing that leads back to
 * the person; only groups of ten or more are shown.
 */
export const privacyPromises = ['named', 'confidential', 'anonymous'] as const;
export type PrivacyPromise = (typeof privacyPromises)[number];

export interface UpdateContent {
  readonly kind: 'update';
  readonly title: Texts;
  readonly body: Texts;
  /** The roadmap item that the update is about. */
  readonly itemId?: string;
}

export interface PromptContent {
  readonly kind: 'prompt';
  readonly title: Texts;
  readonly body: Texts;
  readonly itemId?: string;
  readonly privacy: PrivacyPromise;
  /** The template whose questions these are; absent when the author wrote them. */
  readonly template?: string;
  readonly questions: readonly Question[];
  readonly deadline: Deadline;
}

export type BroadcastContent = UpdateContent | PromptContent;

export interface Audience {
  readonly areas: readonly AreaSlug[] | 'all';
}

/**
 * A draft is confirmed or cancelled. One that its author may not send alone awaits approval before it counts as
 * confirmed; a roadmap owner gives that, or sends it back, or its author takes it back: then it is a draft again. Once
 * confirmed it is scheduled until its time has come, then sending until every recipient is in a final state, then sent.
 * Sending can be paused, by the author or because Teams refuses the broadcast as a whole, and resumed. It can be
 * cancelled in any state before sent.
 */
export const broadcastStates = [
  'draft',
  'awaiting-approval',
  'scheduled',
  'sending',
  'paused',
  'sent',
  'cancelled',
] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** A message of the bot that can be updated in place. */
export interface MessageAddress extends ChatAddress {
  readonly activityId: string;
}

export interface Broadcast {
  /** A ULID; the month of its time is the partition that it is stored in. */
  readonly id: string;
  /** The Entra object id of the author. */
  readonly author: string;
  readonly content: BroadcastContent;
  readonly audience: Audience;
  readonly state: BroadcastState;
  readonly createdAt: string;
  /** Set while it awaits approval, and from then on if that was given. */
  readonly approval?: Approval;
  /** Set on a draft that was not approved, until its author confirms it again. */
  readonly sentBack?: SentBack;
  /**
   * Set at confirmation and never changed: when, and to how many its author, or whoever approved it, agreed to send.
   */
  readonly confirmed?: { readonly at: string; readonly audienceSize: number };
  readonly plan?: Plan;
  readonly sentAt?: string;
  /** Why Teams refused the broadcast as a whole; set while it is paused for that. */
  readonly pausedBecause?: string;
  /** When the author wants it to go out; only in a draft, in the next sending hours when absent. */
  readonly wish?: SendingWish;
  readonly schedule?: Schedule;
  /** When those who had not been reached were last to be tried again, ISO 8601. */
  readonly resentAt?: string;
  /** The slices in which they are, until each is unfinished again. */
  readonly resending?: readonly number[];
  /** Passes over the audience after the first. */
  readonly laterRuns?: readonly LaterRun[];
  /** The author's progress card, updated in place. */
  readonly progressCard?: MessageAddress;
  /** When its author closed a prompt before its deadline, ISO 8601; it may lie a few seconds ahead. */
  readonly closedEarlyAt?: string;
  /** Set on a prompt that is asked again and again. */
  readonly series?: Series;
  /** Its author keeps the results from those who answer a prompt: they are neither sent to them nor shown. */
  readonly resultsKept?: true;
  /** Set once the time for which people's data is kept is over. */
  readonly cleared?: Cleared;
}

/** What an author asks of the roadmap owners: to send to more people than those of their own areas. */
export interface Approval {
  /** ISO 8601. */
  readonly askedAt: string;
  /** To how many the author agreed to send. */
  readonly people: number;
  /** Which roadmap owner approved it, and when (ISO 8601). */
  readonly given?: { readonly by: string; readonly at: string };
}

/** How long the reason for which a draft is sent back may be, in characters. */
export const longestRefusal = 500;

/** Why a roadmap owner did not approve a draft. */
export interface SentBack {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly because: string;
}

/** What is left to know of whom a broadcast went to while that is removed, and after that. */
export interface Cleared {
  /** ISO 8601 */
  readonly since: string;
  /** How many people of each area were in the audience. */
  readonly asked: Readonly<Record<AreaSlug, number>>;
  /** Nothing is held any more of single people. */
  readonly done?: true;
}

export const recurrences = ['week', 'quarter'] as const;
export type Recurrence = (typeof recurrences)[number];

/** A prompt that is asked again and again: each time is a broadcast of its own. */
export interface Series {
  /** The id of the first broadcast of the series. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly every: Recurrence;
  /** How many working days each of them is open; set when the first is confirmed. */
  readonly workingDays?: number;
  /** The id of the one before it; absent on the first. */
  readonly previous?: string;
  /** Nothing follows this one. */
  readonly stopped?: true;
}

/** How far the frozen audience has been laid out in slices. */
export interface Plan {
  readonly slices: number;
  readonly recipients: number;
  readonly complete: boolean;
  /** Names the next page of people; absent at the start and when complete. */
  readonly cursor?: string;
}

/** When an author wants a broadcast to go out. The date (YYYY-MM-DD) and time (HH:MM) are London's. */
export type SendingWish =
  | { readonly kind: 'next-hours' }
  | { readonly kind: 'at'; readonly date: string; readonly time: string }
  | { readonly kind: 'urgent'; readonly because: string };

export interface Schedule {
  /** ISO 8601. */
  readonly startAt: string;
  /** The usual sending hours, or those within which an author may choose a time. */
  readonly hours: 'usual' | 'permitted';
  /** When a card goes out at the latest, whatever a person's working hours; ISO 8601. */
  readonly latestBy?: string;
  /** Why it does not wait for the sending hours; only a roadmap owner may say so. */
  readonly urgentBecause?: string;
}

/** A pass over the frozen audience after the first: a reminder, a correction, the results or the recall. */
export interface LaterRun {
  readonly id: `remind-${number}` | `correct-${number}` | 'results' | 'recall';
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** When its first card may go out, ISO 8601; at once when absent. */
  readonly startAt?: string;
  readonly finishedAt?: string;
  /** Why Teams refused it as a whole; then not everybody was reached. */
  readonly stoppedBecause?: string;
}
