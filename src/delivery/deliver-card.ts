import { losePerson, meetPerson } from '../people/meet-person.ts';
import type { ChatAddress, UnreachableReason } from '../people/person.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { CardJson, SendResult } from './card-sender.ts';
import type { Delivery, Recipient } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** How long a claim stands before the sender that made it counts as gone. Longer than any one send can take. */
export const claimLeaseMs = 120_000;

/** After so many attempts a recipient who could be retried counts as failed. */
export const mostAttempts = 12;

export type DeliverResult =
  | { readonly kind: 'final'; readonly delivery: Delivery }
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'stop'; readonly delivery: Delivery };

/**
 * Brings one recipient of a broadcast nearer to a final state: claims, sends, records. A recipient in a final state is
 * left alone, so doing it again sends nothing. A claim whose sender is gone is sent again, since Teams cannot be asked
 * whether the card arrived.
 */
export async function deliverCard(
  ports: DeliveryPorts,
  broadcastId: string,
  recipient: Recipient,
  card: CardJson,
): Promise<DeliverResult> {
  const claim = await claimRecipient(ports, broadcastId, recipient);
  if (claim.kind !== 'claimed') return claim;
  const result = await sendTo(ports, recipient, card);
  return record(ports, claim.stored, result);
}

/** Puts a recipient who needs no card any more into the state cancelled, unless they are in a final state already. */
export async function cancelDelivery(
  ports: DeliveryPorts,
  broadcastId: string,
  recipient: Recipient,
): Promise<DeliverResult> {
  const claim = await claimRecipient(ports, broadcastId, recipient);
  if (claim.kind !== 'claimed') return claim;
  const attempts = claim.stored.value.attempts - 1;
  const cancelled = await ports.deliveries.replace(
    { ...claim.stored.value, state: 'cancelled', attempts, at: ports.clock.now().toISOString() },
    claim.stored.etag,
  );
  return { kind: 'final', delivery: cancelled.value };
}

type Claim = DeliverResult | { readonly kind: 'claimed'; readonly stored: Versioned<Delivery> };

async function claimRecipient(ports: DeliveryPorts, broadcastId: string, recipient: Recipient): Promise<Claim> {
  const { chat: _chat, ...who } = recipient;
  const at = ports.clock.now();
  const wanted: Delivery = { broadcastId, ...who, state: 'claimed', attempts: 1, at: at.toISOString() };
  const { created, stored } = await ports.deliveries.create(wanted);
  if (created) return { kind: 'claimed', stored };
  const standing = stored.value;
  if (standing.state !== 'planned' && standing.state !== 'claimed') return { kind: 'final', delivery: standing };
  const leaseLeft = standing.state === 'claimed' ? Date.parse(standing.at) + claimLeaseMs - at.getTime() : 0;
  if (leaseLeft > 0) return { kind: 'retry', afterMs: leaseLeft };
  try {
    const attempts = standing.attempts + 1;
    return { kind: 'claimed', stored: await ports.deliveries.replace({ ...wanted, attempts }, stored.etag) };
  } catch (error) {
    if (error instanceof VersionConflict) return { kind: 'retry', afterMs: claimLeaseMs };
    throw error;
  }
}

async function sendTo(ports: DeliveryPorts, recipient: Recipient, card: CardJson): Promise<SendResult> {
  const chat = recipient.chat ?? (await chatOf(ports, recipient.personId));
  const first = chat === undefined ? undefined : await ports.sender.send(chat, card);
  if (first !== undefined && !(first.kind === 'unreachable' && first.reason === 'chat-gone')) {
    return noteReach(ports, recipient.personId, first);
  }
  const opened = await ports.sender.openChat(recipient.personId);
  if (opened.kind !== 'opened') return noteReach(ports, recipient.personId, opened);
  await meetPerson(ports.people, recipient.personId, opened.chat);
  return noteReach(ports, recipient.personId, await ports.sender.send(opened.chat, card));
}

async function chatOf(ports: DeliveryPorts, personId: string): Promise<ChatAddress | undefined> {
  const stored = await ports.people.get(personId);
  return stored?.value.reach.chat;
}

async function noteReach(ports: DeliveryPorts, personId: string, result: SendResult): Promise<SendResult> {
  if (result.kind === 'unreachable' && isLasting(result.reason)) {
    await losePerson(ports.people, personId, result.reason);
  }
  return result;
}

function isLasting(reason: string): reason is UnreachableReason {
  return reason === 'not-installed' || reason === 'uninstalled' || reason === 'blocked';
}

async function record(ports: DeliveryPorts, claim: Versioned<Delivery>, result: SendResult): Promise<DeliverResult> {
  const at = ports.clock.now().toISOString();
  const givenUp = result.kind === 'retry' && claim.value.attempts >= mostAttempts;
  const changed: Delivery = {
    ...claim.value,
    at,
    ...(result.kind === 'sent' ? { state: 'sent', message: result.message } : {}),
    ...(result.kind === 'unreachable' ? { state: 'unreachable', reason: result.reason } : {}),
    ...(result.kind === 'failed' || result.kind === 'stop' ? { state: 'failed', reason: result.reason } : {}),
    ...(result.kind === 'retry' ? { state: 'planned' } : {}),
    ...(givenUp ? { state: 'failed', reason: 'no-answer' } : {}),
  };
  const { value: delivery } = await ports.deliveries.replace(changed, claim.etag);
  if (result.kind === 'retry' && !givenUp) return { kind: 'retry', afterMs: result.retryAfterMs ?? backOff(delivery) };
  return result.kind === 'stop' ? { kind: 'stop', delivery } : { kind: 'final', delivery };
}

/** 2 s, 4 s, 8 s … at most 5 minutes. */
function backOff(delivery: Delivery): number {
  return Math.min(300_000, 1_000 * 2 ** delivery.attempts);
}
