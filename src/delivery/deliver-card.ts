import { setTimeout } from 'node:timers/promises';
import { losePerson, meetPerson } from '../people/meet-person.ts';
import type { ChatAddress, UnreachableReason } from '../people/person.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { SendResult } from './card-sender.ts';
import { type ClaimFacts, decideClaim } from './claim.ts';
import type { Delivery, Reason, Recipient, RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Turn } from './pace/pace.ts';
import { recordResult, releaseClaim } from './record.ts';
import type { Task } from './run-task.ts';

export interface Pass {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly resentAt?: string;
}

/** A pass that a sender works on. */
export interface PassUnderWay {
  readonly pass: Pass;
  /** Asked when its turn has come, because a broadcast can be paused or cancelled while a post waits. */
  readonly wanted: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

export type DeliverResult =
  | { readonly kind: 'final'; readonly delivery: Delivery }
  /** Not final yet: look again at this instant, in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Teams refuses the broadcast as a whole. */
  | { readonly kind: 'stop'; readonly reason: Reason }
  /** No longer wanted when its turn came; nothing was done. */
  | { readonly kind: 'called-off' };

type Claimed = { readonly kind: 'claimed'; readonly stored: Versioned<Delivery> };
export type NotClaimed = Extract<DeliverResult, { kind: 'final' | 'wait' }>;

/**
 * Brings one recipient of a pass nearer to a final state: waits for its turn, claims, posts, records. The claim comes
 * after the wait and holds for one call, so that a sender that dies leaves no more claims than it had posts in flight.
 * A recipient in a final state is left alone, so doing it again sends nothing. A chat that is gone is opened anew once.
 */
export async function deliverCard(
  ports: DeliveryPorts,
  underWay: PassUnderWay,
  recipient: Recipient,
  task: Task,
): Promise<DeliverResult> {
  if (task.kind === 'wait') return task;
  if (task.kind === 'skip') return settle(ports, underWay.pass, recipient, { state: 'skipped', reason: task.reason });
  if (task.kind === 'update') return updateCards(ports, underWay, recipient, task);
  const post = (chat: ChatAddress) => (turn: Turn) => callInTurn(ports, turn, () => ports.sender.send(chat, task.card));
  const chat = recipient.chat ?? (await knownChat(ports, recipient));
  let isGone = false;
  if (chat !== undefined) {
    const posted = await claimAndCall(ports, underWay, recipient, chat.conversationId, post(chat), () => {
      isGone = true;
    });
    if (!isGone) return posted;
  }
  const opened = await openChat(ports, underWay, recipient, chat);
  if (opened.kind !== 'opened') return opened;
  return claimAndCall(ports, underWay, recipient, opened.chat.conversationId, post(opened.chat));
}

/** Updates the cards of one person under one claim: what was done of it can be done again. */
async function updateCards(
  ports: DeliveryPorts,
  underWay: PassUnderWay,
  recipient: Recipient,
  { messages: [first, ...others], card }: Extract<Task, { kind: 'update' }>,
): Promise<DeliverResult> {
  if (first === undefined) throw new Error('There is no card to update');
  return claimAndCall(ports, underWay, recipient, first.conversationId, async (turn) => {
    let result = await callInTurn(ports, turn, () => ports.sender.update(first, card));
    for (const message of others) {
      if (result.kind !== 'sent') break;
      const next = await ports.pace.take(message.conversationId, underWay.signal);
      result = await callInTurn(ports, next, () => ports.sender.update(message, card));
    }
    return harmless(result);
  });
}

/** Ends a recipient without a post, unless they are in a final state already. */
export async function settle(
  ports: DeliveryPorts,
  pass: Pass,
  recipient: Recipient,
  end: { readonly state: 'cancelled' | 'skipped'; readonly reason?: Reason },
): Promise<NotClaimed> {
  const facts = { ...factsOf(ports, pass, recipient), evenEarly: true };
  const claim = await claimRecipient(ports, facts, (claimed) => ({
    ...claimed,
    ...end,
    attempts: claimed.attempts - 1,
  }));
  return claim.kind === 'claimed' ? { kind: 'final', delivery: claim.stored.value } : claim;
}

/** Makes one call under a claim. Where the chat turns out to be gone and `onGone` is given, the claim is let go. */
async function claimAndCall(
  ports: DeliveryPorts,
  { pass, wanted, signal }: PassUnderWay,
  recipient: Recipient,
  conversationId: string,
  call: (turn: Turn) => Promise<SendResult>,
  onGone?: () => void,
): Promise<DeliverResult> {
  const turn = await ports.pace.take(conversationId, signal);
  const claim: Claimed | DeliverResult = (await wanted())
    ? await claimRecipient(ports, factsOf(ports, pass, recipient))
    : { kind: 'called-off' };
  if (claim.kind !== 'claimed') {
    ports.pace.giveBack(conversationId);
    return claim;
  }
  const result = await call(turn);
  if (result.kind !== 'unreachable' || result.reason !== 'chat-gone' || onGone === undefined) {
    return recordClaimed(ports, recipient, claim.stored, result);
  }
  onGone();
  const released = releaseClaim(claim.stored.value, ports.clock.now());
  return writeRecord(ports, pass, recipient, released, claim.stored.etag);
}

/** The chat to post to when there is none, or when the one that was known is gone. */
async function openChat(
  ports: DeliveryPorts,
  { pass, wanted, signal }: PassUnderWay,
  recipient: Recipient,
  gone: ChatAddress | undefined,
): Promise<{ readonly kind: 'opened'; readonly chat: ChatAddress } | DeliverResult> {
  const { personId } = recipient;
  const known = gone === undefined ? undefined : await knownChat(ports, recipient);
  if (known !== undefined && known.conversationId !== gone?.conversationId) return { kind: 'opened', chat: known };
  const stored = await ports.deliveries.get(pass.broadcastId, pass.run, personId);
  const decision = decideClaim(factsOf(ports, pass, recipient), stored?.value);
  if (decision.kind === 'wait') return decision;
  if (decision.kind === 'final' && stored !== undefined) return { kind: 'final', delivery: stored.value };
  const turn = await ports.pace.take(undefined, signal);
  if (!(await wanted())) {
    ports.pace.giveBack(undefined);
    return { kind: 'called-off' };
  }
  const opened = await callInTurn(ports, turn, () => ports.sender.openChat(personId));
  if (opened.kind === 'opened') {
    await meetPerson(ports.people, personId, opened.chat);
    return opened;
  }
  const claim = await claimRecipient(ports, factsOf(ports, pass, recipient));
  return claim.kind === 'claimed' ? recordClaimed(ports, recipient, claim.stored, harmless(opened)) : claim;
}

async function claimRecipient(
  ports: DeliveryPorts,
  facts: ClaimFacts,
  as: (claim: Delivery) => Delivery = (claim) => claim,
): Promise<Claimed | NotClaimed> {
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

function factsOf(ports: DeliveryPorts, pass: Pass, recipient: Recipient): ClaimFacts {
  return { ...pass, recipient, now: ports.clock.now(), leaseMs: ports.timing.leaseMs };
}

/** Makes a call when its turn says so, and tells the pace at once when its answer is there. */
async function callInTurn<T>({ pace }: DeliveryPorts, turn: Turn, call: () => Promise<T>): Promise<T> {
  await pace.leave(turn);
  try {
    return await call();
  } finally {
    pace.answered(turn);
  }
}

async function knownChat(ports: DeliveryPorts, { personId }: Recipient): Promise<ChatAddress | undefined> {
  const stored = await ports.people.get(personId);
  return stored?.value.reach.chat;
}

/** Writes down what a call came to, and what follows from it for the person and for the pace. */
async function recordClaimed(
  ports: DeliveryPorts,
  recipient: Recipient,
  claim: Versioned<Delivery>,
  result: SendResult,
): Promise<DeliverResult> {
  if (result.kind === 'retry' && result.why === 'throttled') ports.pace.throttled(result.retryAfterMs);
  const delivery = recordResult(claim.value, result, ports.clock.now(), Math.random());
  const recorded = await writeRecord(ports, claim.value, recipient, delivery, claim.etag);
  if (result.kind === 'unreachable' && isLasting(result.reason)) {
    await losePerson(ports.people, recipient.personId, result.reason);
  }
  return result.kind === 'stop' ? { kind: 'stop', reason: result.reason } : recorded;
}

const recordTries = 5;
const firstWaitMs = 100;

/**
 * Writes a delivery in the place of its claim. A post that is not recorded is made again, so this takes more patience
 * than the store has by itself. When somebody took the claim over, or the write went through although its answer was
 * lost, what stands now counts.
 */
async function writeRecord(
  ports: DeliveryPorts,
  { broadcastId, run }: Pick<Delivery, 'broadcastId' | 'run'>,
  { personId }: Recipient,
  delivery: Delivery,
  etag: string,
): Promise<NotClaimed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ports.deliveries.replace(delivery, etag);
      return resultOf(ports, delivery);
    } catch (error) {
      if (error instanceof VersionConflict) {
        const stored = await ports.deliveries.get(broadcastId, run, personId);
        return resultOf(ports, stored?.value ?? delivery);
      }
      if (attempt === recordTries) throw error;
      await setTimeout(firstWaitMs * 2 ** (attempt - 1));
    }
  }
}

function resultOf({ timing }: DeliveryPorts, delivery: Delivery): NotClaimed {
  const { state, at, notBefore } = delivery;
  if (state === 'planned') return { kind: 'wait', untilMs: Date.parse(notBefore ?? at) };
  if (state === 'claimed') return { kind: 'wait', untilMs: Date.parse(at) + timing.leaseMs };
  return { kind: 'final', delivery };
}

/** The result of a call that puts no second card into a chat when it is made again. */
function harmless(result: Exclude<SendResult, { kind: 'sent' }>): Exclude<SendResult, { kind: 'sent' }>;
function harmless(result: SendResult): SendResult;
function harmless(result: SendResult): SendResult {
  return result.kind === 'retry' && result.why === 'uncertain' ? { ...result, why: 'harmless' } : result;
}

function isLasting(reason: Reason): reason is UnreachableReason {
  return reason === 'not-installed' || reason === 'uninstalled' || reason === 'blocked';
}
