import type { Broadcast } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** The longest that the queue hides a message: a little less than the seven days that Azure allows. In seconds. */
export const longestDelaySeconds = 6 * 24 * 60 * 60;

/** Queues the planning of a confirmed broadcast for the time when it starts; a far one is looked at on the way. */
export async function queueStart(ports: Pick<DeliveryPorts, 'queue' | 'clock'>, broadcast: Broadcast): Promise<void> {
  const startsIn = Date.parse(broadcast.schedule?.startAt ?? '') - ports.clock.now().getTime();
  const delay = Number.isNaN(startsIn) ? 0 : Math.ceil(Math.max(0, startsIn) / 1_000);
  await ports.queue.enqueue({ kind: 'plan', broadcastId: broadcast.id }, Math.min(delay, longestDelaySeconds));
}

/**
 * Lets a scheduled broadcast begin when its time has come. Gives the instant to look again, in milliseconds since 1970,
 * when it has not.
 */
export async function startIfDue(ports: DeliveryPorts, broadcastId: string): Promise<number | undefined> {
  const now = ports.clock.now().getTime();
  let untilMs: number | undefined;
  await changeBroadcast(ports.broadcasts, broadcastId, (broadcast): Broadcast | undefined => {
    const startAt = Date.parse(broadcast.schedule?.startAt ?? '');
    untilMs = broadcast.state === 'scheduled' && startAt > now ? startAt : undefined;
    return broadcast.state === 'scheduled' && untilMs === undefined ? { ...broadcast, state: 'sending' } : undefined;
  });
  return untilMs;
}
