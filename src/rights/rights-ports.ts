import type { AuditStore } from '../broadcasts/audit.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { ParticipationStore } from '../responses/participation-store.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import type { Clock } from '../time/clock.ts';

/** What people wrote, where it stands a second time: among the published results. */
export interface PublishedTexts {
  /** Removes what one respondent wrote; nothing happens when nothing of theirs was published. */
  forget(broadcastId: string, respondentId: string): Promise<void>;
  /** Removes what anybody wrote, and whatever else names single respondents; the figures stay. */
  forgetAll(broadcastId: string): Promise<void>;
}

export interface RightsPorts {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly responses: ResponseStore;
  readonly participations: ParticipationStore;
  readonly audit: AuditStore;
  readonly published: PublishedTexts;
  readonly clock: Clock;
  /** For how many months people's data is kept after a prompt has closed. */
  readonly retentionMonths: number;
}
