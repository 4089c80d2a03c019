import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { type Broadcast, longestRefusal } from './broadcast.ts';
import { isAwaitingApproval } from './broadcast-state.ts';

/** Throws RoadmapOwnerOnly. */
export function requireApprover({ duties }: Person): void {
  if (!duties.roadmapOwner) throw new ProductError('RoadmapOwnerOnly');
}

/** A draft that waits until a roadmap owner approves it, for as many people as its author agreed to. */
export function asking({ sentBack: _sentBack, ...draft }: Broadcast, people: number, now: Date): Broadcast {
  return { ...draft, state: 'awaiting-approval', approval: { askedAt: now.toISOString(), people } };
}

/** The draft that it was before its author asked. One that is a draft already stays so. Throws NotAwaitingApproval. */
export function takenBack(broadcast: Broadcast): Broadcast {
  return broadcast.state === 'draft' ? broadcast : draftAgain(broadcast);
}

/**
 * The draft that its author is to mend. Sending back what the same owner sent back for the same reason changes nothing.
 * Throws NotAwaitingApproval, RefusalReasonMissing, and TextTooLong for a reason of more than {@link longestRefusal} characters.
 */
export function sentBack(broadcast: Broadcast, by: Person, reason: string, now: Date): Broadcast {
  const because = reason.trim();
  if (because === '') throw new ProductError('RefusalReasonMissing');
  if (because.length > longestRefusal) throw new ProductError('TextTooLong', { limit: longestRefusal });
  const { sentBack: last, state } = broadcast;
  if (state === 'draft' && last?.by === by.id && last.because === because) return broadcast;
  return { ...draftAgain(broadcast), sentBack: { by: by.id, at: now.toISOString(), because } };
}

/** Notes who approved it. Throws NotAwaitingApproval. */
export function approved(broadcast: Broadcast, by: Person, now: Date): Broadcast {
  const approval = requireAwaiting(broadcast);
  return { ...broadcast, approval: { ...approval, given: { by: by.id, at: now.toISOString() } } };
}

function draftAgain(broadcast: Broadcast): Broadcast {
  requireAwaiting(broadcast);
  const { approval: _approval, ...draft } = broadcast;
  return { ...draft, state: 'draft' };
}

function requireAwaiting(broadcast: Broadcast): NonNullable<Broadcast['approval']> {
  if (!isAwaitingApproval(broadcast)) throw new ProductError('NotAwaitingApproval');
  return broadcast.approval;
}
