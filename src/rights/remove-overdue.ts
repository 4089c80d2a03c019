import type { Broadcast } from '../broadcasts/broadcast.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import { clearBroadcast, noRemovals, type Removals } from './clear-broadcast.ts';
import { heldBroadcasts } from './held-broadcasts.ts';
import { heldUntil, monthsLater } from './keeping-time.ts';
import type { RightsPorts } from './rights-ports.ts';

/** What one run removed, each thing counted by whoever removed it. */
export interface RetentionRun extends Removals {
  /** Broadcasts of which nothing is held any more. */
  readonly broadcasts: number;
  /** Drafts that were never sent. */
  readonly drafts: number;
  /** Whether everything that was due is gone. */
  readonly finished: boolean;
}

/** So many things are removed in a run before it rests. */
const mostInARun = 20_000;

/**
 * Removes what has been kept long enough, see `heldUntil`. A run that is stopped, crashes or has removed enough is gone
 * on with by the next; runs at the same time do no harm.
 */
export async function removeOverdue(
  ports: Omit<RightsPorts, 'people' | 'audit'>,
  stopping: AbortSignal,
  most = mostInARun,
): Promise<RetentionRun> {
  const now = ports.clock.now();
  const held = await heldBroadcasts(ports.broadcasts, monthsLater(now, -ports.retentionMonths));
  const due = held.filter(({ value }) => heldUntil(value, ports.retentionMonths) <= now);
  let [cleared, drafts] = [0, 0];
  let sum = noRemovals;
  const removed = (part: Partial<Removals>) => {
    sum = added(sum, part);
  };
  const goOn = () => !stopping.aborted && drafts + total(sum) < most;
  for (const stored of due) {
    if (!goOn()) break;
    if (stored.value.confirmed === undefined) drafts += await removeDraft(ports, stored);
    else cleared += (await clearBroadcast(ports, stored.value, goOn, removed)) ? 1 : 0;
  }
  return { ...sum, broadcasts: cleared, drafts, finished: cleared + drafts === due.length };
}

/** A draft that is just being written once more is left for the next day. */
async function removeDraft(
  { broadcasts }: Pick<RightsPorts, 'broadcasts'>,
  { value, etag }: Versioned<Broadcast>,
): Promise<number> {
  try {
    await broadcasts.remove(value.id, etag);
    return 1;
  } catch (error) {
    if (error instanceof VersionConflict) return 0;
    throw error;
  }
}

function added(sum: Removals, { answers = 0, participations = 0, deliveries = 0 }: Partial<Removals>): Removals {
  return {
    answers: sum.answers + answers,
    participations: sum.participations + participations,
    deliveries: sum.deliveries + deliveries,
  };
}

function total({ answers, participations, deliveries }: Removals): number {
  return answers + participations + deliveries;
}
