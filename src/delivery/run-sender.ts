import { setTimeout } from 'node:timers/promises';
import { claimLeaseMs } from './deliver-card.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { planBroadcast } from './plan-broadcast.ts';
import { createProgressReporter, type ProgressReporter } from './progress-reporter.ts';
import { sendSlice } from './send-slice.ts';
import { sweepUnfinished } from './sweep.ts';
import type { ReceivedWork, Work } from './work-queue.ts';

export interface SenderOptions {
  /** Slices under way at once. */
  readonly atOnce: number;
  /** How long to wait before looking again when the queue is empty, in milliseconds. */
  readonly idleMs: number;
  /** How often to look for unfinished work, in milliseconds. */
  readonly sweepMs: number;
  /** Told of work that failed with an error nobody foresaw; the queue hands it out again. */
  readonly onError: (error: unknown, work?: Work) => void;
}

export interface RunningSender {
  /** Finishes the work in hand, takes no more, and resolves. */
  stop(): Promise<void>;
}

const hideSeconds = claimLeaseMs / 1_000;

/** Takes work from the queue and does it, until stopped. */
export function runSender(ports: DeliveryPorts, options: SenderOptions): RunningSender {
  const stopping = new AbortController();
  const reporter = createProgressReporter(ports, options.onError);
  const running = Promise.all([
    takeWork(ports, options, reporter, stopping.signal),
    sweepNowAndThen(ports, options, stopping.signal),
  ]);
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await reporter.finished();
    },
  };
}

async function takeWork(
  ports: DeliveryPorts,
  options: SenderOptions,
  reporter: ProgressReporter,
  stopped: AbortSignal,
): Promise<void> {
  while (!stopped.aborted) {
    const received = await ports.queue.receive(options.atOnce, hideSeconds).catch((error: unknown) => {
      options.onError(error);
      return [];
    });
    if (received.length === 0) await pause(options.idleMs, stopped);
    await Promise.all(received.map((item) => handle(ports, options, reporter, item)));
  }
}

async function handle(
  ports: DeliveryPorts,
  options: SenderOptions,
  reporter: ProgressReporter,
  item: ReceivedWork,
): Promise<void> {
  try {
    await doWork(ports, item.work);
    reporter.changed(item.work.broadcastId);
    await item.done();
  } catch (error) {
    options.onError(error, item.work);
  }
}

async function doWork(ports: DeliveryPorts, work: Work): Promise<void> {
  if (work.kind === 'plan') return planBroadcast(ports, work.broadcastId);
  const { againAfterMs } = await sendSlice(ports, work.broadcastId, work.slice);
  if (againAfterMs !== undefined) await ports.queue.enqueue(work, Math.max(1, Math.ceil(againAfterMs / 1_000)));
}

async function sweepNowAndThen(ports: DeliveryPorts, options: SenderOptions, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await sweepUnfinished(ports).catch(options.onError);
    await pause(options.sweepMs, stopped);
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: stopped }).catch((error: unknown) => {
    if (!stopped.aborted) throw error;
  });
}
