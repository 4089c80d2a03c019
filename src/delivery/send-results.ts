import { ulid } from 'ulid';
import type { AuditStore } from '../broadcasts/audit.ts';
import type { Broadcast, LaterRun } from '../broadcasts/broadcast.ts';
import { isStandingPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

export interface SendResultsPorts extends Pick<DeliveryPorts, 'broadcasts' | 'queue' | 'clock'> {
  readonly audit: AuditStore;
  /** Whether all answers to a closed prompt are counted, and enough to show. */
  readonly resultsReady: (prompt: Prompt) => Promise<boolean>;
}

/** Results that could not be sent within a week after a prompt closed are no news any more. In milliseconds. */
const newsMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * Starts the pass that tells those who answered what came of it, for every prompt among the broadcasts of the last
 * months whose results are ready. Of each prompt there is one such pass, however often this is done, in how many
 * processes, and whether the prompt is opened again and closes a second time. Returns how many it started.
 */
export async function sendDueResults(ports: SendResultsPorts, recent: readonly Broadcast[]): Promise<number> {
  let started = 0;
  for (const broadcast of recent) {
    if (!isDue(broadcast, ports.clock.now()) || !(await ports.resultsReady(broadcast))) continue;
    started += (await start(ports, broadcast.id)) ? 1 : 0;
  }
  return started;
}

/** Whether it is time for the results of a prompt: everybody it was for has been dealt with, and it has closed. */
function isDue(broadcast: Broadcast, now: Date): broadcast is Prompt {
  const { state, cleared, resultsKept, laterRuns = [] } = broadcast;
  if (!isStandingPrompt(broadcast) || state !== 'sent' || cleared !== undefined || resultsKept === true) return false;
  if (laterRuns.some(({ id }) => id === 'results')) return false;
  return hasClosed(broadcast, now) && now.getTime() - closesAt(broadcast).getTime() < newsMs;
}

async function start(ports: SendResultsPorts, broadcastId: string): Promise<boolean> {
  const now = ports.clock.now();
  const run: LaterRun = { id: 'results', requestedBy: 'product', requestedAt: now.toISOString() };
  let isOurs = false;
  const stored = await changeBroadcast(ports.broadcasts, broadcastId, (broadcast): Broadcast | undefined => {
    isOurs = isDue(broadcast, now);
    return isOurs ? { ...broadcast, laterRuns: [...(broadcast.laterRuns ?? []), run] } : undefined;
  });
  if (!isOurs) return false;
  const slices = stored?.value.plan?.slices ?? 0;
  for (let slice = 1; slice <= slices; slice += 1) {
    await ports.queue.enqueue({ kind: 'slice', broadcastId, run: run.id, slice });
  }
  const event = { id: ulid(now.getTime()), who: 'product', what: 'results.sent', about: broadcastId } as const;
  await ports.audit.append({ ...event, facts: {}, at: now.toISOString() });
  return true;
}
