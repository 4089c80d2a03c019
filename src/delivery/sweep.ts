import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { finishBroadcast } from './send-slice.ts';

/**
 * Queues again whatever a crash or a lost message left unfinished: plans, and slices without an outcome. Queuing work
 * that is under way already does no harm, since work done twice changes nothing. Returns how much was queued.
 */
export async function sweepUnfinished(ports: DeliveryPorts): Promise<number> {
  let queued = 0;
  for (const broadcast of await recentBroadcasts(ports.broadcasts, ports.clock, 2)) {
    const { plan, state } = broadcast;
    if ((state !== 'sending' && state !== 'stopped') || plan === undefined) continue;
    if (!plan.complete && state === 'sending') {
      await ports.queue.enqueue({ kind: 'plan', broadcastId: broadcast.id });
      queued += 1;
    }
    const outcomes = await ports.deliveries.outcomes(broadcast.id);
    for (let slice = 1; slice <= plan.slices; slice += 1) {
      if (outcomes.has(slice)) continue;
      await ports.queue.enqueue({ kind: 'send-slice', broadcastId: broadcast.id, slice });
      queued += 1;
    }
    if (plan.complete && outcomes.size >= plan.slices) await finishBroadcast(ports, broadcast.id);
  }
  return queued;
}
