import { losePerson, meetPerson } from '../people/meet-person.ts';
import type { ChatAddress, UnreachableReason } from '../people/person.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { SendResult } from './card-sender.ts';
import { type ClaimFacts, decideClaim } from './claim.ts';
import type { Delivery, Reason, Recipient, RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { recordResult } from './record.ts';
import type { Task } from './run-task.ts';

export interface Pass {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly resentAt?: string;
}

export type DeliverResult =
  | { readonly kind: 'final'; readonly delivery: Delivery }
  /** Not final yet: look again at this instant, in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Teams refuses the broadcast as a whole. */
  | { readonly kind: 'stop'; readonly reason: Reason };

type Claimed = { readonly kind: 'claimed'; readonly stored: Versioned<Delivery> };
type NotClaimed = Extract<DeliverResult, { kind: 'final' | 'wait' }>;

/**
 * Brings one recipient of a pass nearer to a final state: waits for its turn, claims, posts, records. The claim comes
 * after the wait, so that a sender that dies leaves no more claims than it had posts in flight. A recipient in a final
 * state is left alone, so doing it again sends nothing.
 */
export async function deliverCard(
  ports: DeliveryPorts,
  pass: Pass,
  recipient: Recipient,
  task: Task,
  signal: AbortSignal,
): Promise<DeliverResult> {
  if (task.kind === 'skip') return settle(ports, pass, recipient, { state: 'skipped', reason: task.reason });
  const chat = task.kind === 'update' ? task.message : (recipient.chat ?? (await knownChat(ports, recipient)));
  await ports.pace.take(chat?.conversationId, signal);
  const claim = await claimRecipient(ports, pass, recipient);
  if (claim.kind !== 'claimed') {
    ports.pace.giveBack(chat?.conversationId);
    return claim;
  }
  const result = await perform(ports, recipient, task, chat, signal);
  if (result.kind === 'retry' && result.why === 'throttled') ports.pace.throttled(result.retryAfterMs);
  if (result.kind === 'unreachable' && isLasting(result.reason)) {
    await losePerson(ports.people, recipient.personId, result.reason);
  }
  return recordClaimed(ports, claim.stored, result);
}

/** Ends a recipient without a post, unless they are in a final state already. */
export async function settle(
  ports: DeliveryPorts,
  pass: Pass,
  recipient: Recipient,
  end: { readonly state: 'cancelled' | 'skipped'; readonly reason?: Reason },
): Promise<DeliverResult> {
  const claim = await claimRecipient(ports, pass, recipient, (claimed) => ({
    ...claimed,
    ...end,
    attempts: claimed.attempts - 1,
  }));
  return claim.kind === 'claimed' ? { kind: 'final', delivery: claim.stored.value } : claim;
}

async function claimRecipient(
  ports: DeliveryPorts,
  pass: Pass,
  recipient: Recipient,
  as: (claim: Delivery) => Delivery = (claim) => claim,
): Promise<Claimed | NotClaimed> {
  const facts: ClaimFacts = { ...pass, recipient, now: ports.clock.now(), leaseMs: ports.timing.leaseMs };
  const first = decideClaim(facts, undefined);
  if (first.kind !== 'create') throw new Error('A recipient without a delivery can always be claimed');
  const { created, stored } = await ports.deliveries.create(as(first.claim));
  if (created) return { kind: 'claimed', stored };
  const decision = decideClaim(facts, stored.value);
  if (decision.kind === 'wait') return decision;
  if (decision.kind === 'final' || decision.kind === 'create') return { kind: 'final', delivery: stored.value };
  try {
    return { kind: 'claimed', stored: await ports.deliveries.replace(as(decision.claim), stored.etag) };
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    return { kind: 'wait', untilMs: facts.now.getTime() + ports.timing.leaseMs };
  }
}

async function perform(
  ports: DeliveryPorts,
  recipient: Recipient,
  task: Exclude<Task, { kind: 'skip' }>,
  chat: ChatAddress | undefined,
  signal: AbortSignal,
): Promise<SendResult> {
  if (task.kind === 'update') return ports.sender.update(task.message, task.card);
  const first = chat === undefined ? undefined : await ports.sender.send(chat, task.card);
  if (first !== undefined && !(first.kind === 'unreachable' && first.reason === 'chat-gone')) return first;
  if (first !== undefined) await ports.pace.take(undefined, signal);
  const opened = await ports.sender.openChat(recipient.personId);
  if (opened.kind !== 'opened') return opened;
  await meetPerson(ports.people, recipient.personId, opened.chat);
  await ports.pace.take(opened.chat.conversationId, signal);
  return ports.sender.send(opened.chat, task.card);
}

async function knownChat(ports: DeliveryPorts, { personId }: Recipient): Promise<ChatAddress | undefined> {
  const stored = await ports.people.get(personId);
  return stored?.value.reach.chat;
}

async function recordClaimed(
  ports: DeliveryPorts,
  claim: Versioned<Delivery>,
  result: SendResult,
): Promise<DeliverResult> {
  const now = ports.clock.now();
  const delivery = recordResult(claim.value, result, now, Math.random());
  try {
    await ports.deliveries.replace(delivery, claim.etag);
  } catch (error) {
    // Somebody took the claim over because this post took longer than the lease: theirs to finish.
    if (!(error instanceof VersionConflict)) throw error;
    return { kind: 'wait', untilMs: now.getTime() + ports.timing.leaseMs };
  }
  if (result.kind === 'stop') return { kind: 'stop', reason: result.reason };
  if (delivery.state !== 'planned') return { kind: 'final', delivery };
  return { kind: 'wait', untilMs: Date.parse(delivery.notBefore ?? delivery.at) };
}

function isLasting(reason: Reason): reason is UnreachableReason {
  return reason === 'not-installed' || reason === 'uninstalled' || reason === 'blocked';
}
