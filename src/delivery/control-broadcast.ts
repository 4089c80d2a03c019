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
import { lostSlices } from './sweep.ts';

export interface ControlPorts extends Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'queue' | 'clock'> {
  readonly sendTime: SendTime;
  readonly audit: AuditStore;
}

/** Posts of the first pass that are in flight when a broadcast is recalled are over after so long. In seconds. */
const recallDelaySeconds = 20;

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
  await queueUnfinished(ports, resumed, 'send');
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
    return { ...broadcast, state: 'sending', resentAt: at };
  });
  for (const slice of slices) await ports.deliveries.forgetOutcome(id, 'send', slice, at);
  for (const slice of slices) await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run: 'send', slice });
  return resent;
}

/** Changes title and text, also on the cards that were sent. Throws BroadcastNotSent and BroadcastRecalled. */
export async function correctBroadcast(
  ports: ControlPorts,
  by: Person,
  id: string,
  texts: { readonly title: Texts; readonly body: Texts },
): Promise<Broadcast> {
  return startLaterRun(ports, by, id, 'broadcast.corrected', (broadcast, number) => {
    requireSent(broadcast);
    return { broadcast: { ...broadcast, content: { ...broadcast.content, ...texts } }, run: `correct-${number}` };
  });
}

/** Replaces the cards that were sent by a short notice, and sends no more. Throws BroadcastNotSent. */
export async function recallBroadcast(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const recalled = await startLaterRun(ports, by, id, 'broadcast.recalled', (broadcast) => {
    if (isRecalled(broadcast)) return undefined;
    const stopped = broadcast.state === 'sent' ? broadcast : cancel(broadcast);
    const startAt = new Date(ports.clock.now().getTime() + recallDelaySeconds * 1_000).toISOString();
    return { broadcast: stopped, run: 'recall', ...(stopped.state === 'sent' ? {} : { startAt }) };
  });
  await queueUnfinished(ports, recalled, 'send');
  return recalled;
}

/**
 * Reminds those who have not answered, in the next sending hours. Throws BroadcastNotSent, BroadcastRecalled and what
 * {@link requireReminder} throws.
 */
export async function remindOfPrompt(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return startLaterRun(ports, by, id, 'broadcast.reminded', (broadcast) => {
    requireSent(broadcast);
    if (broadcast.content.kind !== 'prompt') throw new ProductError('PromptUnknown');
    const now = ports.clock.now();
    const startAt = ports.sendTime({ area: by.area }, now);
    requireReminder(broadcast.content.deadline, broadcast.laterRuns, now, startAt);
    const number = remindersOf(broadcast.laterRuns) + 1;
    return { broadcast, run: `remind-${number}`, startAt: startAt.toISOString() };
  });
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

type RunStart = { readonly broadcast: Broadcast; readonly run: LaterRun['id']; readonly startAt?: string };

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
    if (start === undefined) return broadcast;
    const { run, startAt } = start;
    const requestedAt = ports.clock.now().toISOString();
    started = { id: run, requestedBy: by.id, requestedAt, ...(startAt === undefined ? {} : { startAt }) };
    return { ...start.broadcast, laterRuns: [...runs, started] };
  });
  if (started === undefined) return changed;
  const waitMs = Date.parse(started.startAt ?? started.requestedAt) - ports.clock.now().getTime();
  const delay = Math.max(0, Math.ceil(waitMs / 1_000));
  for (let slice = 1; slice <= (changed.plan?.slices ?? 0); slice += 1) {
    await ports.queue.enqueue({ kind: 'slice', broadcastId: id, run: started.id, slice }, delay);
  }
  return changed;
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
