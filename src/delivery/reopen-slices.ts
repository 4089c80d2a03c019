import type { Broadcast } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/**
 * Makes the slices unfinished again in which people are to be tried once more, and then says so in the broadcast: a
 * crash before that leaves the wish standing, and the sweep does it again, which changes nothing for those who have been
 * tried since. Returns the broadcast as it stands then.
 */
export async function reopenSlices(
  ports: Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'clock'>,
  broadcast: Broadcast,
): Promise<Broadcast> {
  const { id, resending = [], resentAt } = broadcast;
  const at = ports.clock.now().toISOString();
  for (const slice of resending) await ports.deliveries.forgetOutcome(id, 'send', slice, at);
  const stored = await changeBroadcast(ports.broadcasts, id, (current): Broadcast | undefined => {
    const { resending: done, ...rest } = current;
    return done === undefined || current.resentAt !== resentAt ? undefined : rest;
  });
  return stored?.value ?? broadcast;
}
