import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isAwaitingApproval } from '../broadcasts/broadcast-state.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Tell } from './work-queue.ts';

type TellPorts = Pick<DeliveryPorts, 'broadcasts' | 'people' | 'queue' | 'sender' | 'pace' | 'cards' | 'clock'>;

export type Told =
  | { readonly kind: 'done' }
  /** Teams asks to come again then; in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number };

/** How long to wait where Teams names no time. */
const againMs = 5_000;

/**
 * Tells one person in their chat what is new about the approval of a broadcast, or queues that for each roadmap owner.
 * What is no news any more is told to nobody, and whom no card reaches finds it in the tab.
 */
export async function tellOfApproval(ports: TellPorts, work: Tell): Promise<Told> {
  const stored = await ports.broadcasts.get(work.broadcastId);
  if (stored === undefined || newsAt(stored.value, work) !== work.at) return { kind: 'done' };
  if (work.to !== undefined) return tellOne(ports, stored, work, work.to);
  for (const { id } of await ports.people.roadmapOwners()) await ports.queue.enqueue({ ...work, to: id });
  return { kind: 'done' };
}

/** When what is told of last happened. */
function newsAt(broadcast: Broadcast, { news }: Tell): string | undefined {
  switch (news) {
    case 'asked':
      return isAwaitingApproval(broadcast) ? broadcast.approval.askedAt : undefined;
    case 'approved':
      return broadcast.approval?.given?.at;
    case 'sent-back':
      return broadcast.sentBack?.at;
  }
}

async function tellOne(
  ports: TellPorts,
  broadcast: Versioned<Broadcast>,
  { news }: Tell,
  personId: string,
): Promise<Told> {
  const person = (await ports.people.get(personId))?.value;
  if (person?.reach.state !== 'reachable') return { kind: 'done' };
  const { chat } = person.reach;
  const card = await ports.cards.approvalCard(broadcast, news, person);
  ports.pace.note(chat.conversationId);
  const result = await ports.sender.send(chat, card);
  if (result.kind !== 'retry') return { kind: 'done' };
  return { kind: 'wait', untilMs: ports.clock.now().getTime() + (result.retryAfterMs ?? againMs) };
}
