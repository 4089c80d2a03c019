import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Broadcast } from './broadcast.ts';
import { isAwaitingApproval, isUnconfirmed } from './broadcast-state.ts';
import type { BroadcastStore } from './broadcast-store.ts';

/** Throws NotYourBroadcast unless the person wrote the broadcast or owns the roadmap. */
export function requireControl(broadcast: Broadcast, person: Person): void {
  if (broadcast.author !== person.id && !person.duties.roadmapOwner) throw new ProductError('NotYourBroadcast');
}

/**
 * Reads a confirmed broadcast for its author or a roadmap owner. Throws NotYourBroadcast to others, BroadcastUnknown
 * when there is none or it was discarded, BroadcastNotSent while it is not confirmed.
 */
export async function readConfirmed(broadcasts: BroadcastStore, person: Person, id: string): Promise<Broadcast> {
  const stored = await broadcasts.get(id);
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  const broadcast = stored.value;
  requireControl(broadcast, person);
  if (broadcast.confirmed === undefined) {
    throw new ProductError(isUnconfirmed(broadcast) ? 'BroadcastNotSent' : 'BroadcastUnknown');
  }
  return broadcast;
}

/**
 * Reads a broadcast as its page shows it: for its author also as a draft, for a roadmap owner once it was confirmed, or
 * awaits their approval.
 * Throws NotYourBroadcast to others, BroadcastUnknown when there is none or it was discarded, BroadcastNotSent to an
 * owner when it is somebody else's draft.
 */
export async function readBroadcast(
  broadcasts: BroadcastStore,
  person: Person,
  id: string,
): Promise<Versioned<Broadcast>> {
  const stored = await broadcasts.get(id);
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  const { author, state, confirmed } = stored.value;
  requireControl(stored.value, person);
  if (confirmed !== undefined || isAwaitingApproval(stored.value)) return stored;
  if (state === 'draft' && author === person.id) return stored;
  throw new ProductError(state === 'draft' ? 'BroadcastNotSent' : 'BroadcastUnknown');
}
