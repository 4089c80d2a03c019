import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import type { AuditEvent, AuditStore } from '../broadcasts/audit.ts';
import type { Broadcast, LaterRun } from '../broadcasts/broadcast.ts';
import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { requireControl } from '../broadcasts/read-broadcast.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Texts } from '../language/texts.ts';
import type { Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { RunId } from './delivery.ts';
import type { DeliveryPorts, SendTime } from './delivery-ports.ts';
import { finishPass } from './finish-pass.ts';
import { remindersOf, requireReminder } from './reminder-rules.ts';
import { reopenSlices } from './reopen-slices.ts';
import { longestDelaySeconds } from './start-broadcast.ts';
import { lostSlices, openRuns } from './sweep.ts';

export interface ControlPorts extends Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'queue' | 'clock'> {
  readonly sendTime: SendTime;
  readonly audit: AuditStore;
}

/** Calls of a pass that are in flight when another takes its place are over after so long. In milliseconds. */
const inFlightMs = 20_000;

/** Teams repeats an action that was answered late: a reminder asked for again so soon is the same one. */
const repeatedWithinMs = 60_000;

/**
 * The ways to control a broadcast once it is confirmed. Only its author and roadmap owners may: all throw
 * BroadcastUnknown and NotYourBroadcast.
 */

/** Holds a broadcast; posts in flight are finished. Throws BroadcastNotUnderWay. */
export async function pauseBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return change(ports, by, id, 'broadcast.paused', (broadcast) => {
    if (broadcast.state === 'paused') return broadcast;
    if (broadcast.state !== 'sending') throw new ProductError('BroadcastNotUnderWay');
    return { ...broadcast, state: 'paused' };
  });
}

/** Goes on with a paused broadcast. Throws BroadcastNotUnderWay. */
export async function resumeBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const resumed = await change(ports, by, id, 'broadcast.resumed', (broadcast) => {
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
  const cancelled = await change(ports, by, id, 'broadcast.cancelled', cancel);
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
  const resent = await change(ports, by, id, 'broadcast.resent', (broadcast) => {
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

interface RunStart {
  readonly broadcast: Broadcast;
  readonly run: LaterRun['id'];
  /** At once when absent, or when the calls of what it ends are over. */
  readonly startAt?: Date;
  /** Which passes end because of this one. */
  readonly ends?: (run: RunId) => boolean;
}

async function startLaterRun(
  ports: ControlPorts,
  by: Person,
  id: string,
  what: AuditEvent['what'],
  decide: (broadcast: Broadcast, number: number) => RunStart | undefined,
): Promise<Broadcast> {
  let started: LaterRun | undefined;
  const changed = await change(ports, by, id, what, (broadcast) => {
    const runs = broadcast.laterRuns ?? [];
    const start = decide(broadcast, runs.length + 1);
    started = undefined;
    if (start === undefined) return broadcast;
    const now = ports.clock.now();
    const { kept, ended } = endRuns(runs, start, now.toISOString());
    const inFlight = ended || start.broadcast.state === 'cancelled';
    const startAt = inFlight ? new Date(now.getTime() + inFlightMs) : start.startAt;
    started = {
      id: start.run,
      requestedBy: by.id,
      requestedAt: now.toISOString(),
      ...(startAt === undefined ? {} : { startAt: startAt.toISOString() }),
    };
    return { ...start.broadcast, laterRuns: [...kept, started] };
  });
  if (started === undefined) return changed;
  const waitMs = Date.parse(started.startAt ?? started.requestedAt) - ports.clock.now().getTime();
  const delay = Math.min(longestDelaySeconds, Math.max(0, Math.ceil(waitMs / 1_000)));
  for (let slice = 1; slice <= (changed.plan?.slices ?? 0); slice += 1) {
    await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run: started.id, slice }, delay);
  }
  return changed;
}

/** The passes that stay beside a new one; one with the same id, which Teams refused, gives way to it. */
function endRuns(runs: readonly LaterRun[], { run, ends = () => false }: RunStart, at: string) {
  const isEnded = ({ id, finishedAt }: LaterRun) => finishedAt === undefined && ends(id);
  const kept = runs.filter(({ id }) => id !== run).map((each) => (isEnded(each) ? { ...each, finishedAt: at } : each));
  return { kept, ended: runs.some(isEnded) };
}

/** Makes one change to a broadcast and writes it down. A change that gives the same broadcast back is none. */
async function change(
  ports: ControlPorts,
  by: Person,
  id: string,
  what: AuditEvent['what'],
  decide: (broadcast: Broadcast) => Broadcast,
): Promise<Broadcast> {
  let changed = false;
  const stored = await changeStored(
    () => ports.broadcasts.get(id),
    ports.broadcasts.replace,
    (broadcast): Broadcast | undefined => {
      requireControl(broadcast, by);
      if (broadcast.state === 'draft') throw new ProductError('BroadcastNotSent');
      const next = decide(broadcast);
      changed = next !== broadcast;
      return changed ? next : undefined;
    },
  );
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  const now = ports.clock.now();
  const event = { id: ulid(now.getTime()), who: by.id, what, about: id, facts: {}, at: now.toISOString() };
  if (changed) await ports.audit.append(event);
  return stored.value;
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
