import type { Logger } from 'pino';
import type { ComposePorts } from '../broadcasts/compose-broadcast.ts';
import type { CardTexts } from '../cards/card-texts.ts';
import type { TabLinks } from '../cards/open-in-tab.ts';
import type { CardSender } from '../delivery/card-sender.ts';
import type { ControlPorts } from '../delivery/controlled-change.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { WorkQueue } from '../delivery/work-queue.ts';
import type { ResultsPorts } from '../insight/read-results.ts';
import type { AreaList } from '../people/areas.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { ResponsePorts } from '../responses/response-ports.ts';
import type { FileSender } from '../rights/file-sender.ts';
import type { RightsPorts } from '../rights/rights-ports.ts';
import type { RoadmapStore } from '../roadmap/roadmap-store.ts';
import type { Clock } from '../time/clock.ts';

/** All that the handlers of the bot's door may use. */
export interface BotServices {
  readonly people: PeopleStore;
  readonly roadmap: RoadmapStore;
  readonly compose: ComposePorts;
  readonly control: ControlPorts;
  readonly responses: ResponsePorts;
  readonly results: ResultsPorts;
  readonly rights: RightsPorts;
  readonly files: FileSender;
  readonly deliveries: DeliveryStore;
  readonly queue: WorkQueue;
  readonly sender: CardSender;
  readonly areas: AreaList;
  readonly clock: Clock;
  readonly texts: CardTexts;
  readonly contactAddress: string;
  /** Absent where this installation does not know the address of its tab. */
  readonly tabLinks?: TabLinks;
  /** Goes on with something after the answer is given, in order for the same key; shutting down waits for it. */
  readonly afterwards: (key: string, task: () => Promise<void>, log: Logger) => void;
}
