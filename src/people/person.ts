import type { Language } from '../language/texts.ts';
import type { AreaSlug } from './areas.ts';
import type { WorkingTime } from './working-time.ts';

export const staffRoles = ['legal', 'operational-delivery', 'digital', 'corporate'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Where a card for a person goes: their personal chat with the bot, at the Bot Connector that serves it. */
export interface ChatAddress {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

export type UnreachableReason = 'not-installed' | 'uninstalled' | 'blocked';

/** Whether a card can reach a person; an unreachable person keeps the last known chat, for when they return. */
export type Reach =
  | { readonly state: 'reachable'; readonly chat: ChatAddress }
  | { readonly state: 'unreachable'; readonly reason: UnreachableReason; readonly chat?: ChatAddress };

/** What a person may do beyond answering. */
export interface Duties {
  readonly leads: readonly AreaSlug[];
  readonly roadmapOwner: boolean;
  /** Keeps the directory, and says who leads what. */
  readonly administrator?: boolean;
}

export interface Person {
  /** The Microsoft Entra object id, in lower case. */
  readonly id: string;
  readonly name?: string;
  readonly area: AreaSlug;
  /** A site of the customer's own directory. */
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  readonly workingTime?: WorkingTime;
  readonly duties: Duties;
  readonly reach: Reach;
  /** The last prompt that was or will be sent to them, and when (ISO 8601): one a week at most. */
  readonly prompted?: { readonly broadcastId: string; readonly at: string };
  /** The file that was last offered to them in their chat; `taken` once they said yes. */
  readonly fileOffer?: {
    readonly id: string;
    readonly at: string;
    readonly file: OfferedFile;
    readonly taken?: true;
  };
  readonly recordedAt: string;
}

export const resultsFormats = ['xlsx', 'csv'] as const;
export type ResultsFormat = (typeof resultsFormats)[number];

/** What a file that is offered to a person holds: what is held about them, or what they may see of results. */
export type OfferedFile =
  | { readonly kind: 'held' }
  | { readonly kind: 'results'; readonly broadcastId: string; readonly format: ResultsFormat };

/** Whether a person may broadcast at all. */
export function mayBroadcast(person: Person): boolean {
  return person.duties.roadmapOwner || person.duties.leads.length > 0;
}

/** Whether a person keeps the directory. */
export function isAdministrator({ duties }: Person): boolean {
  return duties.administrator === true;
}
