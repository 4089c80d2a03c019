import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { Broadcast } from './broadcast.ts';
import type { BroadcastStore } from './broadcast-store.ts';

/** Throws NotYourBroadcast unless the person wrote the broadcast or owns the roadmap. */
export function requireControl(broadcast: Broadcast, person: Person): void {
  if (broadcast.author !== person.id && !person.duties.roadmapOwner) throw new ProductError('NotYourBroadcast');
}

/**
 * Reads a confirmed broadcast for its author or a roadmap owner. Throws NotYourBroadcast to others, BroadcastUnknown
 * when there is none or it was discarded, BroadcastNotSent when it is a draft.
 */
export async function readConfirmed(broadcasts: BroadcastStore, person: Person, id: string): Promise<Broadcast> {
  const stored = await broadcasts.get(id);
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  const broadcast = stored.value;
  requireControl(broadcast, person);
  if (broadcast.confirmed === undefined) {
    throw new ProductError(broadcast.state === 'draft' ? 'BroadcastNotSent' : 'BroadcastUnknown');
  }
  return broadcast;
}
