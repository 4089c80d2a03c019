import type { Broadcast, LaterRun } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import type { RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** Marks a pass as finished when every slice of the complete plan has an outcome. */
export async function finishPass(
  ports: Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'clock'>,
  broadcastId: string,
  run: RunId,
): Promise<void> {
  const { outcomes } = await ports.deliveries.progress(broadcastId, run);
  const at = ports.clock.now().toISOString();
  await changeBroadcast(ports.broadcasts, broadcastId, (broadcast): Broadcast | undefined => {
    if (broadcast.plan?.complete !== true || outcomes.size < broadcast.plan.slices) return undefined;
    return run === 'send' ? finishSending(broadcast, at) : endLaterRun(broadcast, run, { finishedAt: at });
  });
}

function finishSending(broadcast: Broadcast, at: string): Broadcast | undefined {
  if (broadcast.state !== 'sending' || broadcast.resending !== undefined) return undefined;
  return { ...broadcast, state: 'sent', sentAt: at };
}

/** Ends a later pass that is under way; undefined when it is not. */
export function endLaterRun(
  broadcast: Broadcast,
  run: RunId,
  end: Pick<LaterRun, 'finishedAt' | 'stoppedBecause'>,
): Broadcast | undefined {
  const runs = broadcast.laterRuns ?? [];
  if (!runs.some(({ id, finishedAt }) => id === run && finishedAt === undefined)) return undefined;
  return { ...broadcast, laterRuns: runs.map((each) => (each.id === run ? { ...each, ...end } : each)) };
}
