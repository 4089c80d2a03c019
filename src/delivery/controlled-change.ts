import { ulid } from 'ulid';
import type { AuditEvent, AuditStore } from '../broadcasts/audit.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isUnconfirmed } from '../broadcasts/broadcast-state.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import { requireControl } from '../broadcasts/read-broadcast.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { DeliveryPorts, SendTime } from './delivery-ports.ts';

export interface ControlPorts extends Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'queue' | 'clock'> {
  readonly sendTime: SendTime;
  readonly audit: AuditStore;
}

/**
 * Makes one change to a confirmed broadcast and writes it down, with such facts as `factsOf` names. A change that gives
 * the same broadcast back is none. Throws BroadcastUnknown, NotYourBroadcast, BroadcastNotSent before it is confirmed,
 * RecordsRemoved once it is no longer kept whom it went to, and whatever `decide` throws.
 */
export async function changeControlled(
  ports: ControlPorts,
  by: Person,
  id: string,
  what: AuditEvent['what'],
  decide: (broadcast: Broadcast) => Broadcast,
  factsOf: (broadcast: Broadcast) => AuditEvent['facts'] = () => ({}),
): Promise<Broadcast> {
  let changed = false;
  const stored = await changeBroadcast(ports.broadcasts, id, (broadcast): Broadcast | undefined => {
    requireControl(broadcast, by);
    if (isUnconfirmed(broadcast)) throw new ProductError('BroadcastNotSent');
    if (broadcast.cleared !== undefined) throw new ProductError('RecordsRemoved');
    const next = decide(broadcast);
    changed = next !== broadcast;
    return changed ? next : undefined;
  });
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  const now = ports.clock.now();
  const event = {
    id: ulid(now.getTime()),
    who: by.id,
    what,
    about: id,
    facts: factsOf(stored.value),
    at: now.toISOString(),
  };
  if (changed) await ports.audit.append(event);
  return stored.value;
}
