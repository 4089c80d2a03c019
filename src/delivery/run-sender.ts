import { setTimeout } from 'node:timers/promises';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { planBroadcast } from './plan-broadcast.ts';
import { createProgressReporter, type ProgressReporter } from './progress-reporter.ts';
import { longestDelaySeconds, startIfDue } from './start-broadcast.ts';
import { monthsBack, sweepUnfinished } from './sweep.ts';
import { tellOfApproval } from './tell-of-approval.ts';
import type { ReceivedWork, Work } from './work-queue.ts';
import { type SliceResult, workSlice } from './work-slice.ts';

/** Told of work that failed with an error nobody foresaw; the queue hands it out again. */
export type OnError = (error: unknown, work?: Work) => void;

export interface RunningSender {
  /** Finishes the posts in flight, hands the rest of the work back, and resolves. */
  stop(): Promise<void>;
}

/** Something that is looked at now and then, given the broadcasts of the last months. */
export type Sweep = (recent: readonly Broadcast[]) => Promise<unknown>;

interface Sender {
  readonly ports: DeliveryPorts;
  readonly sweeps: readonly Sweep[];
  readonly reporter: ProgressReporter;
  readonly onError: OnError;
  readonly stopping: AbortSignal;
  /** Slices under way. */
  inHand: number;
}

/**
 * Takes work from the queue and does it, and looks for unfinished work, and whatever `sweeps` look for, now and then,
 * until stopped.
 */
export function runSender(ports: DeliveryPorts, onError: OnError, sweeps: readonly Sweep[] = []): RunningSender {
  const stopping = new AbortController();
  const reporter = createProgressReporter(ports, onError);
  const all: readonly Sweep[] = [(recent) => sweepUnfinished(ports, recent), ...sweeps];
  const sender: Sender = { ports, sweeps: all, reporter, onError, stopping: stopping.signal, inHand: 0 };
  const hands = Array.from({ length: ports.timing.slicesAtOnce }, () => takeWork(sender));
  const running = Promise.all([...hands, sweepNowAndThen(sender)]);
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await reporter.finished();
      await ports.pace.stop();
    },
  };
}

async function takeWork(sender: Sender): Promise<void> {
  const { ports, stopping } = sender;
  while (!stopping.aborted) {
    const [item] = await receiveOne(sender);
    if (item === undefined) {
      await pause(ports.timing.idleMs, stopping);
      continue;
    }
    sender.inHand += 1;
    ports.pace.working(true);
    await handle(sender, item);
    sender.inHand -= 1;
    if (sender.inHand === 0) ports.pace.working(false);
  }
}

async function receiveOne({ ports, onError, stopping }: Sender): Promise<readonly ReceivedWork[]> {
  try {
    return await ports.queue.receive(1, Math.ceil(ports.timing.leaseMs / 1_000));
  } catch (error) {
    if (!stopping.aborted) onError(error);
    return [];
  }
}

async function handle(sender: Sender, item: ReceivedWork): Promise<void> {
  const holding = holdOn(sender, item);
  try {
    const result = await doWork(sender, item.work);
    await holding.letGo();
    if (result.kind === 'done') await item.done();
    else await item.extend(result.kind === 'wait' ? secondsUntil(sender.ports, result.untilMs) : 0);
    sender.reporter.changed(item.work.broadcastId);
  } catch (error) {
    await holding.letGo();
    sender.onError(error, item.work);
  }
}

async function doWork({ ports, stopping }: Sender, work: Work): Promise<SliceResult> {
  if (work.kind === 'tell') return tellOfApproval(ports, work);
  if (work.kind === 'slice') return workSlice(ports, work.broadcastId, work.run, work.slice, stopping);
  const startsAt = await startIfDue(ports, work.broadcastId);
  if (startsAt !== undefined) return { kind: 'wait', untilMs: startsAt };
  await planBroadcast(ports, work.broadcastId, stopping);
  return stopping.aborted ? { kind: 'handed-back' } : { kind: 'done' };
}

/** Keeps a message in hand hidden from other senders for as long as it is worked on. */
function holdOn({ ports, onError }: Sender, item: ReceivedWork): { letGo(): Promise<void> } {
  const seconds = Math.ceil(ports.timing.leaseMs / 1_000);
  const done = new AbortController();
  const holding = (async () => {
    for (;;) {
      await pause(ports.timing.leaseMs / 3, done.signal);
      if (done.signal.aborted) return;
      await item.extend(seconds).catch((error: unknown) => onError(error, item.work));
    }
  })();
  return {
    letGo: async () => {
      done.abort();
      await holding;
    },
  };
}

function secondsUntil(ports: DeliveryPorts, untilMs: number): number {
  const seconds = Math.ceil((untilMs - ports.clock.now().getTime()) / 1_000);
  return Math.min(longestDelaySeconds, Math.max(1, seconds));
}

async function sweepNowAndThen({ ports, sweeps, onError, stopping }: Sender): Promise<void> {
  const sweepAll = async () => {
    const recent = await recentBroadcasts(ports.broadcasts, ports.clock, monthsBack);
    for (const sweep of sweeps) await sweep(recent).catch((error: unknown) => onError(error));
  };
  while (!stopping.aborted) {
    await sweepAll().catch((error: unknown) => onError(error));
    await pause(ports.timing.sweepMs, stopping);
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: stopped }).catch((error: unknown) => {
    if (!stopped.aborted) throw error;
  });
}
