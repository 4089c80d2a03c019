import PQueue from 'p-queue';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isUnconfirmed } from '../broadcasts/broadcast-state.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import {
  type DeliverResult,
  deliverCard,
  type NotClaimed,
  type Pass,
  type PassUnderWay,
  settle,
} from './deliver-card.ts';
import type { Delivery, Reason, Recipient, RunId, Slice } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { endLaterRun, finishPass } from './finish-pass.ts';
import { outcomeOf } from './outcome.ts';
import { releasePrompt } from './reserve-prompt.ts';
import { type TaskFor, taskOf } from './run-task.ts';

/** What is left of a slice after it was worked on. */
export type SliceResult =
  /**
   * Nothing: every recipient is in a final state, or the pass is paused and will be queued again when resumed, or it is
   * no longer kept whom the broadcast went to.
   */
  | { readonly kind: 'done' }
  /** Some recipients can be sent to later: at this instant, in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Stopped in the middle, to be taken up by somebody else at once. */
  | { readonly kind: 'handed-back' };

/**
 * Takes one slice through a pass: every recipient who is not in a final state yet is sent to, or settled without a card
 * when the broadcast was cancelled. Notes the slice's outcome once all are final; the last slice finishes the pass.
 * Throws when the broadcast or the slice cannot be seen yet, so that the message comes again.
 */
export async function workSlice(
  ports: DeliveryPorts,
  broadcastId: string,
  run: RunId,
  number: number,
  signal: AbortSignal,
): Promise<SliceResult> {
  const state = watchState(ports, broadcastId);
  const [broadcast, slice] = await Promise.all([state.read(), ports.deliveries.getSlice(broadcastId, number)]);
  if (broadcast.cleared !== undefined) return { kind: 'done' };
  if (slice === undefined || isUnconfirmed(broadcast) || !isVisible(broadcast, run))
    throw new Error(`Slice ${number} of ${broadcastId} is not visible yet`);
  const pass: Pass = {
    broadcastId,
    run,
    ...(broadcast.resentAt === undefined ? {} : { resentAt: broadcast.resentAt }),
  };
  const results = await handleRecipients(ports, pass, slice, taskOf(ports, broadcast, run), state, signal);
  return conclude(ports, pass, slice, results);
}

type Handled =
  | Exclude<DeliverResult, { kind: 'called-off' }>
  /** Paused, or a later pass that is over: whoever goes on with it queues the slice again. */
  | { readonly kind: 'held' }
  | { readonly kind: 'handed-back' };

async function handleRecipients(
  ports: DeliveryPorts,
  pass: Pass,
  slice: Slice,
  taskFor: TaskFor,
  state: WatchedState,
  signal: AbortSignal,
): Promise<readonly Handled[]> {
  const underWay: PassUnderWay = {
    pass,
    signal,
    wanted: async () => standingOf(await state.read(), pass.run) === 'on',
  };
  const handle = async (recipient: Recipient): Promise<Handled> => {
    if (signal.aborted) return { kind: 'handed-back' };
    const broadcast = await state.read();
    const standing = standingOf(broadcast, pass.run);
    if (standing === 'held') return { kind: 'held' };
    if (standing === 'cancelled') return settleCancelled(ports, pass, recipient, broadcast);
    const due = dueAt(ports, broadcast, pass.run, recipient);
    if (due > ports.clock.now().getTime()) return { kind: 'wait', untilMs: due };
    const result = await deliverCard(ports, underWay, recipient, await taskFor(recipient));
    if (result.kind === 'called-off') return handle(recipient);
    if (result.kind === 'final') await releaseUnlessSent(ports, broadcast, result.delivery);
    if (result.kind !== 'stop') return result;
    await stopPass(ports, pass, result.reason);
    state.forget();
    return result;
  };
  const queue = new PQueue({ concurrency: ports.timing.postsAtOnce });
  const attempts = slice.recipients.map((recipient) =>
    queue.add(() =>
      handle(recipient).catch((error: unknown): Handled => {
        if (signal.aborted) return { kind: 'handed-back' };
        throw error;
      }),
    ),
  );
  // All of them end before the slice is let go, whatever became of one.
  const settled = await Promise.allSettled(attempts);
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

async function conclude(
  ports: DeliveryPorts,
  { broadcastId, run }: Pass,
  slice: Slice,
  results: readonly Handled[],
): Promise<SliceResult> {
  const now = ports.clock.now();
  const outcome = outcomeOf(results.flatMap((result) => (result.kind === 'final' ? [result.delivery] : [])));
  if (outcome !== undefined && results.every(({ kind }) => kind === 'final')) {
    await ports.deliveries.recordOutcome(broadcastId, run, slice.number, outcome, now.toISOString());
    await finishPass(ports, broadcastId, run);
    return { kind: 'done' };
  }
  if (results.some(({ kind }) => kind === 'held' || kind === 'stop')) return { kind: 'done' };
  if (results.some(({ kind }) => kind === 'handed-back')) return { kind: 'handed-back' };
  const waits = results.flatMap((result) => (result.kind === 'wait' ? [result.untilMs] : []));
  const untilMs = Math.min(...waits);
  if (untilMs - now.getTime() > ports.timing.stalledMs) {
    const until = new Date(untilMs).toISOString();
    await ports.deliveries.recordWait(broadcastId, run, slice.number, until, now.toISOString());
  }
  return { kind: 'wait', untilMs };
}

/** When a card may go to a recipient, in milliseconds since 1970: updates of cards disturb nobody, so they go at once. */
function dueAt(ports: DeliveryPorts, { laterRuns = [] }: Broadcast, run: RunId, recipient: Recipient): number {
  if (run === 'send') return recipient.notBefore === undefined ? 0 : Date.parse(recipient.notBefore);
  const startAt = laterRuns.find(({ id }) => id === run)?.startAt;
  if (startAt === undefined) return 0;
  return run === 'results' || run.startsWith('remind')
    ? ports.sendTime(recipient, new Date(startAt)).getTime()
    : Date.parse(startAt);
}

async function settleCancelled(
  ports: DeliveryPorts,
  pass: Pass,
  recipient: Recipient,
  broadcast: Broadcast,
): Promise<NotClaimed> {
  const result = await settle(ports, pass, recipient, { state: 'cancelled' });
  if (result.kind === 'final') await releaseUnlessSent(ports, broadcast, result.delivery);
  return result;
}

/** A prompt that a person did not get does not keep them from the next one. */
async function releaseUnlessSent(ports: DeliveryPorts, { content }: Broadcast, delivery: Delivery): Promise<void> {
  if (content.kind !== 'prompt' || delivery.run !== 'send' || delivery.state === 'sent') return;
  await releasePrompt(ports, delivery.broadcastId, delivery.personId);
}

/** Whether a pass goes on. A pause holds the first pass and every later one. */
function standingOf({ state, laterRuns = [] }: Broadcast, run: RunId): 'on' | 'held' | 'cancelled' {
  if (state === 'paused' || (state === 'scheduled' && run === 'send')) return 'held';
  if (run === 'send') return state === 'cancelled' ? 'cancelled' : 'on';
  return laterRuns.some(({ id, finishedAt }) => id === run && finishedAt === undefined) ? 'on' : 'held';
}

function isVisible({ laterRuns = [] }: Broadcast, run: RunId): boolean {
  return run === 'send' || laterRuns.some(({ id }) => id === run);
}

/** The broadcast as it stood at most so long ago as timing says: a cancellation is seen within seconds. */
interface WatchedState {
  read(): Promise<Broadcast>;
  /** Makes the next one who asks read it again. */
  forget(): void;
}

function watchState(ports: DeliveryPorts, broadcastId: string): WatchedState {
  let kept: { readonly reading: Promise<Broadcast>; readonly at: number } | undefined;
  return {
    read: () => {
      const now = ports.clock.now().getTime();
      if (kept === undefined || now - kept.at > ports.timing.stateKeptMs) {
        kept = { reading: readBroadcast(ports, broadcastId), at: now };
      }
      return kept.reading;
    },
    forget: () => {
      kept = undefined;
    },
  };
}

async function readBroadcast(ports: DeliveryPorts, broadcastId: string): Promise<Broadcast> {
  const stored = await ports.broadcasts.get(broadcastId);
  if (stored === undefined) throw new Error(`Broadcast ${broadcastId} is not visible yet`);
  return stored.value;
}

/** Teams refuses everybody: the first pass is paused, to be resumed when that is mended; a later one ends. */
async function stopPass(ports: DeliveryPorts, { broadcastId, run }: Pass, reason: Reason): Promise<void> {
  const at = ports.clock.now().toISOString();
  await changeBroadcast(ports.broadcasts, broadcastId, (broadcast): Broadcast | undefined =>
    run === 'send'
      ? paused(broadcast, reason)
      : endLaterRun(broadcast, run, { finishedAt: at, stoppedBecause: reason }),
  );
}

function paused(broadcast: Broadcast, reason: Reason): Broadcast | undefined {
  return broadcast.state === 'sending' ? { ...broadcast, state: 'paused', pausedBecause: reason } : undefined;
}
