import type { Broadcast } from '../broadcasts/broadcast.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import type { RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { RunProgress } from './delivery-store.ts';
import { finishPass } from './finish-pass.ts';
import { reopenSlices } from './reopen-slices.ts';

/** A broadcast is looked after for so many months after it was written. */
export const monthsBack = 12;

/**
 * Queues again what a crash or a lost message left unfinished: schedules that are due, plans, and slices to which
 * nothing happened for a while. Work done twice changes nothing, so queuing once too often only costs a look.
 * Returns how much was queued.
 */
export async function sweepUnfinished(ports: DeliveryPorts, recent?: readonly Broadcast[]): Promise<number> {
  let queued = 0;
  for (const broadcast of recent ?? (await recentBroadcasts(ports.broadcasts, ports.clock, monthsBack))) {
    const standing = broadcast.resending === undefined ? broadcast : await reopenSlices(ports, broadcast);
    for (const run of openRuns(standing)) queued += await sweepRun(ports, standing, run);
  }
  return queued;
}

/** The passes that should be going on; none once it is no longer kept whom the broadcast went to. */
export function openRuns({ state, plan, laterRuns = [], cleared }: Broadcast): readonly RunId[] {
  if (cleared !== undefined) return [];
  const first: readonly RunId[] =
    plan !== undefined && ['scheduled', 'sending', 'cancelled'].includes(state) ? ['send'] : [];
  return [...first, ...laterRuns.filter(({ finishedAt }) => finishedAt === undefined).map(({ id }) => id)];
}

async function sweepRun(ports: DeliveryPorts, broadcast: Broadcast, run: RunId): Promise<number> {
  const { id, plan, state, schedule, confirmed } = broadcast;
  const now = ports.clock.now().getTime();
  if (state === 'scheduled' && run === 'send') {
    if (Date.parse(schedule?.startAt ?? '') > now) return 0;
    await ports.queue.enqueue({ kind: 'plan', broadcastId: id });
    return 1;
  }
  const progress = await ports.deliveries.progress(id, run);
  const started = run === 'send' ? (schedule?.startAt ?? confirmed?.at) : requestedAt(broadcast, run);
  const quietSince = Date.parse(progress.at ?? started ?? broadcast.createdAt);
  if (now - quietSince < ports.timing.stalledMs) return 0;
  if (plan?.complete !== true) {
    await ports.queue.enqueue({ kind: 'plan', broadcastId: id });
    return 1;
  }
  const lost = lostSlices(plan.slices, progress, now - ports.timing.stalledMs);
  for (const slice of lost) await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run, slice });
  if (progress.outcomes.size >= plan.slices) await finishPass(ports, id, run);
  else if (lost.length > 0) await ports.deliveries.touch(id, run, new Date(now).toISOString());
  return lost.length;
}

/** Slices without an outcome that do not wait on purpose. */
export function lostSlices(slices: number, { outcomes, waits }: RunProgress, before: number): readonly number[] {
  return Array.from({ length: slices }, (_, index) => index + 1).filter(
    (slice) => !outcomes.has(slice) && Date.parse(waits.get(slice) ?? '1970-01-01') < before,
  );
}

function requestedAt({ laterRuns = [] }: Broadcast, run: RunId): string | undefined {
  const later = laterRuns.find(({ id }) => id === run);
  return later?.startAt ?? later?.requestedAt;
}
