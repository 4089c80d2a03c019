import type { Agreed } from '../broadcasts/confirm-broadcast.ts';
import type { DraftAgain } from '../broadcasts/decline-approval.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { queueStart } from './start-broadcast.ts';

type FollowPorts = Pick<DeliveryPorts, 'queue' | 'clock'>;

/**
 * What follows when somebody has agreed to a broadcast: it starts in its time, and its author is told where a roadmap
 * owner approved it; or the roadmap owners are told that it awaits their approval. Only the agreement that counted is
 * followed, so nobody is told twice.
 */
export async function followAgreement(ports: FollowPorts, { broadcast, fresh }: Agreed): Promise<void> {
  if (!fresh) return;
  const { id: broadcastId, author: to, state, approval } = broadcast;
  if (state === 'awaiting-approval') {
    await ports.queue.enqueue({ kind: 'tell', broadcastId, news: 'asked', at: approval?.askedAt ?? '' });
    return;
  }
  await queueStart(ports, broadcast);
  const at = approval?.given?.at;
  if (at !== undefined) await ports.queue.enqueue({ kind: 'tell', broadcastId, news: 'approved', at, to });
}

/** Has the author told that their draft was sent back, once. */
export async function tellOfSendingBack({ queue }: FollowPorts, { draft, fresh }: DraftAgain): Promise<void> {
  const { id: broadcastId, author: to, sentBack } = draft.value;
  if (fresh && sentBack !== undefined) {
    await queue.enqueue({ kind: 'tell', broadcastId, news: 'sent-back', at: sentBack.at, to });
  }
}
