import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { readConfirmed } from '../broadcasts/read-broadcast.ts';
import type { RunId } from '../delivery/delivery.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';

/**
 * A broadcast of which one pass is asked for, if one is. Throws NotYourBroadcast, BroadcastUnknown, BroadcastNotSent and
 * PassUnknown.
 */
export async function readWithRun(
  broadcasts: BroadcastStore,
  person: Person,
  id: string,
  run: RunId | undefined,
): Promise<Broadcast> {
  const broadcast = await readConfirmed(broadcasts, person, id);
  if (run !== undefined && !hasRun(broadcast, run)) throw new ProductError('PassUnknown');
  return broadcast;
}

function hasRun({ laterRuns = [] }: Broadcast, run: RunId): boolean {
  return run === 'send' || laterRuns.some(({ id }) => id === run);
}
