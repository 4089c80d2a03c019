import type { AuditStore } from '../broadcasts/audit.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { CountingPorts } from '../insight/counting-ports.ts';
import type { PeopleStore } from '../people/people-store.ts';

export interface RightsPorts extends CountingPorts {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditStore;
  /** For how many months people's data is kept after a prompt has closed. */
  readonly retentionMonths: number;
}
