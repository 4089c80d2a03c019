import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** A person gets at most one prompt in so long, whoever asks. In milliseconds. */
export const weekMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * Notes with the person when they get this prompt, at least a week after the one before, and gives that instant.
 * Planning again finds the same.
 */
export async function reservePrompt(
  ports: Pick<DeliveryPorts, 'people' | 'sendTime'>,
  broadcast: Broadcast,
  person: Person,
  now: Date,
  latest: Date | undefined,
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
      at = ports.sendTime(current, freeFrom(current, now), latest);
      return { ...current, prompted: { broadcastId: broadcast.id, at: at.toISOString() } };
    },
  );
  return at;
}

/** When a person may next get a prompt. */
export function freeFrom({ prompted }: Person, now: Date): Date {
  if (prompted === undefined) return now;
  return new Date(Math.max(now.getTime(), Date.parse(prompted.at) + weekMs));
}
