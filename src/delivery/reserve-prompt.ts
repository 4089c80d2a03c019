import type { Broadcast } from '../broadcasts/broadcast.ts';
import { freeFrom } from '../broadcasts/one-prompt-a-week.ts';
import type { Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/**
 * Notes with the person when they get this prompt, at least a week after the one before, and gives that instant.
 * Planning again finds the same.
 */
export async function reservePrompt(
  ports: Pick<DeliveryPorts, 'people' | 'sendTime' | 'daysBetweenPrompts'>,
  broadcast: Broadcast,
  person: Person,
  now: Date,
): Promise<Date> {
  let at = now;
  await changeStored(
    () => ports.people.get(person.id),
    ports.people.replace,
    (current): Person | undefined => {
      if (current.prompted?.broadcastId === broadcast.id) {
        at = new Date(current.prompted.at);
        return undefined;
      }
      at = ports.sendTime(current, freeFrom(current, now, ports.daysBetweenPrompts), broadcast.schedule);
      return { ...current, prompted: { broadcastId: broadcast.id, at: at.toISOString() } };
    },
  );
  return at;
}

/** Takes back what was noted for a prompt that a person will not get, so that the next one need not wait for it. */
export async function releasePrompt(
  ports: Pick<DeliveryPorts, 'people'>,
  broadcastId: string,
  personId: string,
): Promise<void> {
  await changeStored(
    () => ports.people.get(personId),
    ports.people.replace,
    ({ prompted, ...person }): Person | undefined => (prompted?.broadcastId === broadcastId ? person : undefined),
  );
}
