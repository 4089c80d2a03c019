import { setTimeout } from 'node:timers/promises';
import { record } from './record.ts';
import { type RetentionRun, removeOverdue } from './remove-overdue.ts';
import type { RightsPorts } from './rights-ports.ts';

export interface RunningRetention {
  /** Finishes the page in hand, and resolves. */
  stop(): Promise<void>;
}

export interface RetentionEvents {
  readonly ran: (run: RetentionRun) => void;
  readonly failed: (error: unknown) => void;
}

/** In milliseconds: between two looks at whether today's run is done, and between two parts of one day's work. */
const waits = { look: 15 * 60_000, part: 5_000 } as const;

/**
 * Removes once a day, and at the start of the process, what has been kept long enough, until stopped. A day's work is
 * done when the audit log says that a run of that day finished, whoever ran it.
 */
export function keepRetention(ports: RightsPorts, events: RetentionEvents): RunningRetention {
  const stopping = new AbortController();
  const running = runNowAndThen(ports, events, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function runNowAndThen(ports: RightsPorts, events: RetentionEvents, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    let unfinished = false;
    try {
      const run = await runIfDue(ports, stopping);
      if (run !== undefined) events.ran(run);
      unfinished = run?.finished === false;
    } catch (error) {
      events.failed(error);
    }
    await pause(unfinished ? waits.part : waits.look, stopping);
  }
}

/** One run, unless one has finished today (UTC); it is in the audit log when it resolves. */
export async function runIfDue(ports: RightsPorts, stopping: AbortSignal): Promise<RetentionRun | undefined> {
  const today = ports.clock.now().toISOString().slice(0, 10);
  const events = await ports.audit.listMonth(today.slice(0, 7));
  const isDone = events.some(
    ({ what, at, facts }) => what === 'retention.ran' && at.startsWith(today) && facts.finished === 1,
  );
  if (isDone) return undefined;
  const run = await removeOverdue(ports, stopping);
  const facts = { ...run, finished: run.finished ? 1 : 0 };
  await record(ports, { who: 'product', what: 'retention.ran', about: 'retention', facts });
  return run;
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: stopped }).catch((error: unknown) => {
    if (!stopped.aborted) throw error;
  });
}
