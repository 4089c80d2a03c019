import type { AuditStore } from '../broadcasts/audit.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { ComposePorts } from '../broadcasts/compose-broadcast.ts';
import type { CardTexts } from '../cards/card-texts.ts';
import type { CardSender } from '../delivery/card-sender.ts';
import type { ControlPorts } from '../delivery/controlled-change.ts';
import type { CardMaker } from '../delivery/delivery-ports.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { WorkQueue } from '../delivery/work-queue.ts';
import type { ResultsPorts } from '../insight/read-results.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { RoadmapStore } from '../roadmap/roadmap-store.ts';
import type { KeptAnswerStore } from '../storage/kept-answer.ts';
import type { Clock } from '../time/clock.ts';

/** All that the handlers of the API may use. */
export interface ApiServices {
  readonly people: PeopleStore;
  readonly roadmap: RoadmapStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditStore;
  readonly keptAnswers: KeptAnswerStore;
  readonly compose: ComposePorts;
  readonly control: ControlPorts;
  readonly results: ResultsPorts;
  /** How many people of each area a broadcast is for; empty until all are known. */
  readonly askedByArea: (broadcast: Broadcast) => Promise<ReadonlyMap<AreaSlug, number>>;
  readonly queue: WorkQueue;
  readonly sender: CardSender;
  readonly cards: CardMaker;
  readonly areas: AreaList;
  readonly clock: Clock;
  readonly texts: CardTexts;
}
