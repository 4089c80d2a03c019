import type { PeopleEvent } from '../people/people-audit.ts';
import type { RoadmapEvent } from '../roadmap/roadmap-audit.ts';

/** What is written down of who did what to which, for good. */
export interface AuditEvent {
  /** A ULID; its month is the partition. */
  readonly id: string;
  /** The Entra object id of whoever did it; `product` where nobody did. */
  readonly who: string;
  readonly what:
    | PeopleEvent
    | RoadmapEvent
    | 'broadcast.confirmed'
    | 'broadcast.urgent'
    | 'approval.asked'
    | 'approval.taken-back'
    | 'approval.sent-back'
    | 'broadcast.approved'
    | 'broadcast.paused'
    | 'broadcast.resumed'
    | 'broadcast.cancelled'
    | 'broadcast.resent'
    | 'broadcast.corrected'
    | 'broadcast.recalled'
    | 'broadcast.reminded'
    | 'prompt.extended'
    | 'prompt.closed'
    | 'series.continued'
    | 'series.stopped'
    | 'results.sent'
    | 'results.kept'
    | 'results.shared'
    | 'comment.redacted'
    | 'comment.restored'
    | 'person.exported'
    | 'person.erased'
    | 'retention.ran';
  /** The id of what it was done to. */
  readonly about: string;
  /** Facts of the event, such as the reason for urgency; no names and no answers. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** ISO 8601. */
  readonly at: string;
}

/** Append only: nothing is ever changed or removed. */
export interface AuditStore {
  append(event: AuditEvent): Promise<void>;
  /** The events of a month (`YYYY-MM`, UTC), oldest first. */
  listMonth(month: string): Promise<readonly AuditEvent[]>;
}
