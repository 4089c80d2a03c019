import type { Broadcast, MessageAddress } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Language } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { StaffRole } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { ParticipationStore } from './participation-store.ts';
import type { Profile } from './response.ts';
import type { ResponseStore } from './response-store.ts';

/** A person to whom a prompt was sent, as they were then. */
export interface Asked {
  readonly area: AreaSlug;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  /** The message in which they were sent it; absent when it did not reach them. */
  readonly message?: MessageAddress;
}

export interface ResponsePorts {
  readonly responses: ResponseStore;
  readonly participation: ParticipationStore;
  readonly broadcasts: BroadcastStore;
  /** A broadcast, perhaps a few seconds old: what was sent does not change. */
  readonly sentBroadcast: (id: string) => Promise<Broadcast | undefined>;
  /** Whether, and as whom, a person was sent a prompt. */
  readonly asked: (broadcastId: string, personId: string) => Promise<Asked | undefined>;
  /** So much of a person as may stand beside an anonymous answer; nothing until the whole audience is laid out. */
  readonly coarse: (broadcast: Broadcast, asked: Asked) => Promise<Profile>;
  readonly clock: Clock;
}
