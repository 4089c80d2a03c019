import type { AuditEvent } from '../broadcasts/audit.ts';
import type { Broadcast, LaterRun } from '../broadcasts/broadcast.ts';
import type { Person } from '../people/person.ts';
import { type ControlPorts, changeControlled } from './controlled-change.ts';
import type { RunId } from './delivery.ts';
import { longestDelaySeconds } from './start-broadcast.ts';

/** Calls of a pass that are in flight when another takes its place are over after so long. In milliseconds. */
const inFlightMs = 20_000;

export interface RunStart {
  readonly broadcast: Broadcast;
  /** Absent where the broadcast changes and no pass is needed. */
  readonly run?: LaterRun['id'];
  /** At once when absent, or when the calls of what it ends are over. */
  readonly startAt?: Date;
  /** Which passes end because of this one. */
  readonly ends?: (run: RunId) => boolean;
}

/**
 * Changes a broadcast and starts a pass over its audience along with it; `decide` is told the number of the pass, and
 * gives undefined where nothing is to be done. Throws what {@link changeControlled} throws.
 */
export async function startLaterRun(
  ports: ControlPorts,
  by: Person,
  id: string,
  what: AuditEvent['what'],
  decide: (broadcast: Broadcast, number: number) => RunStart | undefined,
  factsOf?: (broadcast: Broadcast) => AuditEvent['facts'],
): Promise<Broadcast> {
  let started: LaterRun | undefined;
  const changed = await changeControlled(
    ports,
    by,
    id,
    what,
    (broadcast) => {
      const runs = broadcast.laterRuns ?? [];
      const start = decide(broadcast, runs.length + 1);
      started = undefined;
      if (start?.run === undefined) return start?.broadcast ?? broadcast;
      const now = ports.clock.now();
      const { kept, ended } = endRuns(runs, start, now.toISOString());
      const inFlight = ended || ['sending', 'cancelled'].includes(start.broadcast.state);
      const startAt = inFlight ? new Date(now.getTime() + inFlightMs) : start.startAt;
      started = {
        id: start.run,
        requestedBy: by.id,
        requestedAt: now.toISOString(),
        ...(startAt === undefined ? {} : { startAt: startAt.toISOString() }),
      };
      return { ...start.broadcast, laterRuns: [...kept, started] };
    },
    factsOf,
  );
  if (started === undefined) return changed;
  const waitMs = Date.parse(started.startAt ?? started.requestedAt) - ports.clock.now().getTime();
  const delay = Math.min(longestDelaySeconds, Math.max(0, Math.ceil(waitMs / 1_000)));
  for (let slice = 1; slice <= (changed.plan?.slices ?? 0); slice += 1) {
    await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run: started.id, slice }, delay);
  }
  return changed;
}

/** The passes that stay beside a new one; one with the same id, which Teams refused, gives way to it. */
function endRuns(runs: readonly LaterRun[], { run, ends = () => false }: RunStart, at: string) {
  const isEnded = ({ id, finishedAt }: LaterRun) => finishedAt === undefined && ends(id);
  const kept = runs.filter(({ id }) => id !== run).map((each) => (isEnded(each) ? { ...each, finishedAt: at } : each));
  return { kept, ended: runs.some(isEnded) };
}
