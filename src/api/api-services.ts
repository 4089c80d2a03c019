import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { CardTexts } from '../cards/card-texts.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { AreaList } from '../people/areas.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Clock } from '../time/clock.ts';

/** All that the handlers of the API may use. */
export interface ApiServices {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly areas: AreaList;
  readonly clock: Clock;
  readonly texts: CardTexts;
}
