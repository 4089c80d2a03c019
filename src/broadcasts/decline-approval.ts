import { ulid } from 'ulid';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import { requireApprover, sentBack, takenBack } from './approval.ts';
import type { AuditEvent } from './audit.ts';
import type { Broadcast } from './broadcast.ts';
import { changeBroadcast } from './change-broadcast.ts';
import { type ComposePorts, ownBroadcast } from './compose-broadcast.ts';

/** A draft that no longer awaits approval; `fresh` says whether this call did that. */
export interface DraftAgain {
  readonly draft: Versioned<Broadcast>;
  readonly fresh: boolean;
}

/**
 * Takes the author's request for approval back, so that they can go on writing. Throws BroadcastUnknown,
 * NotYourBroadcast, and NotAwaitingApproval when it was approved meanwhile.
 */
export async function takeBackRequest(ports: ComposePorts, author: Person, id: string): Promise<DraftAgain> {
  await ownBroadcast(ports, author, id);
  return becomeDraft(ports, author, id, 'approval.taken-back', takenBack);
}

/**
 * Gives a broadcast that awaits approval back to its author, with the reason. Throws RoadmapOwnerOnly, BroadcastUnknown,
 * NotAwaitingApproval, RefusalReasonMissing and TextTooLong.
 */
export async function sendBackToAuthor(
  ports: ComposePorts,
  owner: Person,
  id: string,
  because: string,
): Promise<DraftAgain> {
  requireApprover(owner);
  const now = ports.clock.now();
  return becomeDraft(ports, owner, id, 'approval.sent-back', (broadcast) => sentBack(broadcast, owner, because, now));
}

async function becomeDraft(
  ports: ComposePorts,
  by: Person,
  id: string,
  what: AuditEvent['what'],
  decide: (broadcast: Broadcast) => Broadcast,
): Promise<DraftAgain> {
  let fresh = false;
  const draft = await changeBroadcast(ports.broadcasts, id, (broadcast): Broadcast | undefined => {
    const next = decide(broadcast);
    fresh = next !== broadcast;
    return fresh ? next : undefined;
  });
  if (draft === undefined) throw new ProductError('BroadcastUnknown');
  const now = ports.clock.now();
  const event = { id: ulid(now.getTime()), who: by.id, what, about: id, facts: {}, at: now.toISOString() };
  if (fresh) await ports.audit.append(event);
  return { draft, fresh };
}
