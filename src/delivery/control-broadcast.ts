import { isDeepStrictEqual } from 'node:util';
import type { Broadcast, LaterRun } from '../broadcasts/broadcast.ts';
import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { isClosedPrompt } from '../broadcasts/closing.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Texts } from '../language/texts.ts';
import type { Person } from '../people/person.ts';
import { type ControlPorts, changeControlled } from './controlled-change.ts';
import type { RunId } from './delivery.ts';
import { finishPass } from './finish-pass.ts';
import { remindersOf, requireReminder } from './reminder-rules.ts';
import { reopenSlices } from './reopen-slices.ts';
import { startLaterRun } from './start-later-run.ts';
import { lostSlices, openRuns } from './sweep.ts';

/** Teams repeats an action that was answered late: a reminder asked for again so soon is the same one. */
const repeatedWithinMs = 60_000;

/**
 * The ways to control a broadcast once it is confirmed. Only its author and roadmap owners may: all throw
 * BroadcastUnknown and NotYourBroadcast, and RecordsRemoved once it is no longer kept whom the broadcast went to.
 */

/** Holds a broadcast; posts in flight are finished. Throws BroadcastNotUnderWay. */
export async function pauseBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return changeControlled(ports, by, id, 'broadcast.paused', (broadcast) => {
    if (broadcast.state === 'paused') return broadcast;
    if (broadcast.state !== 'sending') throw new ProductError('BroadcastNotUnderWay');
    return { ...broadcast, state: 'paused' };
  });
}

/** Goes on with a paused broadcast. Throws BroadcastNotUnderWay. */
export async function resumeBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const resumed = await changeControlled(ports, by, id, 'broadcast.resumed', (broadcast) => {
    if (broadcast.state === 'sending') return broadcast;
    if (broadcast.state !== 'paused') throw new ProductError('BroadcastNotUnderWay');
    const { pausedBecause: _because, ...rest } = broadcast;
    return { ...rest, state: 'sending' };
  });
  for (const run of openRuns(resumed)) await queueUnfinished(ports, resumed, run);
  return resumed;
}

/** Stops a broadcast for good; whoever has not got it yet will not. Throws BroadcastNotUnderWay. */
export async function cancelBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const cancelled = await changeControlled(ports, by, id, 'broadcast.cancelled', cancel);
  await queueUnfinished(ports, cancelled, 'send');
  return cancelled;
}

/** Tries those again who could not be reached. Throws BroadcastNotSent, NobodyToResend and BroadcastRecalled. */
export async function resendToFailures(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const { outcomes } = await ports.deliveries.progress(id, 'send');
  const slices = [...outcomes]
    .filter(([, { unreachable, failed }]) => unreachable + failed > 0)
    .map(([slice]) => slice);
  const at = ports.clock.now().toISOString();
  const resent = await changeControlled(ports, by, id, 'broadcast.resent', (broadcast) => {
    requireSent(broadcast);
    if (slices.length === 0) throw new ProductError('NobodyToResend');
    return { ...broadcast, state: 'sending', resentAt: at, resending: slices };
  });
  await queueUnfinished(ports, await reopenSlices(ports, resent), 'send');
  return resent;
}

/**
 * Changes title and text, also on the cards that were sent. Correcting to what it says already changes nothing. Throws
 * BroadcastNotSent and BroadcastRecalled.
 */
export async function correctBroadcast(
  ports: ControlPorts,
  by: Person,
  id: string,
  texts: { readonly title: Texts; readonly body: Texts },
): Promise<Broadcast> {
  return startLaterRun(ports, by, id, 'broadcast.corrected', (broadcast, number) => {
    requireSent(broadcast);
    const { title, body } = broadcast.content;
    const last = latestOf(broadcast, 'correct');
    if (last?.stoppedBecause === undefined && isDeepStrictEqual({ title, body }, texts)) return undefined;
    const corrected = { ...broadcast, content: { ...broadcast.content, ...texts } };
    return { broadcast: corrected, run: `correct-${number}`, ends: (run) => run.startsWith('correct') };
  });
}

/**
 * Replaces the cards that were sent by a short notice, and sends no more, reminders included. A recall that Teams
 * refused can be asked for again. Throws BroadcastNotSent.
 */
export async function recallBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const recalled = await startLaterRun(ports, by, id, 'broadcast.recalled', (broadcast) => {
    const last = latestOf(broadcast, 'recall');
    if (last !== undefined && last.stoppedBecause === undefined) return undefined;
    const stopped = broadcast.state === 'sent' ? broadcast : cancel(broadcast);
    return { broadcast: stopped, run: 'recall', ends: () => true };
  });
  await queueUnfinished(ports, recalled, 'send');
  return recalled;
}

/**
 * Reminds those who have not answered, in the next sending hours. While one reminder is under way there is no other.
 * Throws BroadcastNotSent, BroadcastRecalled and what {@link requireReminder} throws.
 */
export async function remindOfPrompt(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return startLaterRun(ports, by, id, 'broadcast.reminded', (broadcast) => {
    requireSent(broadcast);
    if (broadcast.content.kind !== 'prompt') throw new ProductError('PromptUnknown');
    const now = ports.clock.now();
    const last = latestOf(broadcast, 'remind');
    if (last !== undefined && isSameRequest(last, now)) return undefined;
    if (isClosedPrompt(broadcast, now)) throw new ProductError('PromptClosed');
    const startAt = ports.sendTime({ area: by.area }, now);
    requireReminder(broadcast.content.deadline, broadcast.laterRuns, now, startAt);
    const number = remindersOf(broadcast.laterRuns) + 1;
    return { broadcast, run: `remind-${number}`, startAt };
  });
}

function latestOf({ laterRuns = [] }: Broadcast, kind: 'remind' | 'correct' | 'recall'): LaterRun | undefined {
  return laterRuns.findLast(({ id }) => id.startsWith(kind));
}

function isSameRequest({ requestedAt, finishedAt }: LaterRun, now: Date): boolean {
  return finishedAt === undefined || now.getTime() - Date.parse(requestedAt) < repeatedWithinMs;
}

/** Queues the planning where it is unfinished, and every slice that has no outcome. */
export async function queueUnfinished(ports: ControlPorts, broadcast: Broadcast, run: RunId): Promise<void> {
  const { id, plan } = broadcast;
  if (plan === undefined) return;
  if (!plan.complete) await ports.queue.enqueue({ kind: 'plan', broadcastId: id });
  const progress = await ports.deliveries.progress(id, run);
  const slices = lostSlices(plan.slices, { ...progress, waits: new Map() }, Number.MAX_SAFE_INTEGER);
  for (const slice of slices) await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run, slice });
  if (slices.length === 0) await finishPass(ports, id, run);
}

/** A broadcast that has not begun is over at once; one under way still has its recipients to account for. */
function cancel(broadcast: Broadcast): Broadcast {
  if (broadcast.state === 'cancelled') return broadcast;
  if (broadcast.state === 'sent') throw new ProductError('BroadcastNotUnderWay');
  const plan = broadcast.state === 'scheduled' ? { slices: 0, recipients: 0, complete: true } : broadcast.plan;
  return { ...broadcast, state: 'cancelled', ...(plan === undefined ? {} : { plan }) };
}

function requireSent(broadcast: Broadcast): void {
  if (isRecalled(broadcast)) throw new ProductError('BroadcastRecalled');
  if (broadcast.state !== 'sent') throw new ProductError('BroadcastNotSent');
}
