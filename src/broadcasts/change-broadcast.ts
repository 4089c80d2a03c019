import { isDeepStrictEqual } from 'node:util';
import { ProductError } from '../errors/product-error.ts';
import { changeStored, type Versioned } from '../storage/versioned.ts';
import type { Broadcast } from './broadcast.ts';
import { isAwaitingApproval } from './broadcast-state.ts';
import type { BroadcastStore } from './broadcast-store.ts';

/**
 * Changes a broadcast: the one way in which a stored broadcast is written again. `decide` returns the new broadcast, or
 * undefined to leave it as it is; it is asked again when somebody else wrote in between. Returns what is stored at the
 * end, or undefined when there is no such broadcast. Throws what {@link requireLocked} throws, VersionConflict after too
 * many lost races, and whatever `decide` throws.
 */
export function changeBroadcast(
  broadcasts: Pick<BroadcastStore, 'get' | 'replace'>,
  id: string,
  decide: (broadcast: Broadcast) => Broadcast | undefined,
): Promise<Versioned<Broadcast> | undefined> {
  return changeStored(
    () => broadcasts.get(id),
    broadcasts.replace,
    (before) => {
      const after = decide(before);
      if (after !== undefined) requireLocked(before, after);
      return after;
    },
  );
}

/**
 * Replaces exactly the version that was read. Throws VersionConflict when it is no longer current, and what
 * {@link requireLocked} throws.
 */
export function replaceBroadcast(
  broadcasts: Pick<BroadcastStore, 'replace'>,
  read: Versioned<Broadcast>,
  after: Broadcast,
): Promise<Versioned<Broadcast>> {
  requireLocked(read.value, after);
  return broadcasts.replace(after, read.etag);
}

/**
 * Whoever was asked relies on what was promised, and all answers are to the same questions: from the confirmation on
 * neither changes, and the confirmation itself stays. Whoever approves goes by what they saw: while it awaits approval,
 * neither text nor audience changes. Throws PromiseLocked, QuestionsLocked and AwaitingApproval.
 */
function requireLocked(before: Broadcast, after: Broadcast): void {
  if (isAwaitingApproval(before) && !isDeepStrictEqual(toApprove(before), toApprove(after))) {
    throw new ProductError('AwaitingApproval');
  }
  if (before.confirmed === undefined) return;
  if (
    !isDeepStrictEqual(privacyOf(before), privacyOf(after)) ||
    !isDeepStrictEqual(before.confirmed, after.confirmed)
  ) {
    throw new ProductError('PromiseLocked');
  }
  if (!isDeepStrictEqual(questionsOf(before), questionsOf(after))) throw new ProductError('QuestionsLocked');
}

function toApprove({ content, audience }: Broadcast) {
  return { content, audience };
}

function privacyOf({ content }: Broadcast) {
  return content.kind === 'prompt' ? content.privacy : undefined;
}

function questionsOf({ content }: Broadcast) {
  return content.kind === 'prompt' ? content.questions : undefined;
}
