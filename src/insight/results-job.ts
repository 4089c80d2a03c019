import { setTimeout } from 'node:timers/promises';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { closesAt } from '../broadcasts/closing.ts';
import { announceCounting, countAnswers } from './count-answers.ts';
import type { CountingPorts } from './counting-ports.ts';
import { countingStep, nextCounting } from './counting-times.ts';

export interface ResultsJobPorts extends CountingPorts {
  readonly broadcasts: BroadcastStore;
  /** 1 to 1,440: how often confidential and anonymous prompts are counted. */
  readonly everyMinutes: number;
  /** How often prompts under way are looked at, in milliseconds. */
  readonly lookMs: number;
}

export interface RunningResultsJob {
  /** Tells it of the broadcasts of the last months: it looks at the prompts among those that it was last told of. */
  know(recent: readonly Broadcast[]): Promise<void>;
  /** Finishes the prompt in hand and resolves; what is left of it is done by whoever runs next. */
  stop(): Promise<void>;
}

/** What is known of the prompts, so that looking costs one point read for each that is under way, and none for others. */
export interface KnownPrompts {
  prompts: readonly Prompt[];
  /** By id: the closing for which all is counted. */
  readonly done: Map<string, string>;
  /** By id, of named prompts: when to look again, and how long nothing had come. In milliseconds. */
  readonly quiet: Map<string, { readonly until: number; readonly forMs: number }>;
}

/** A named prompt in which nothing is happening is looked at so seldom at most. */
const longestQuietMs = 15_000;

/** Counts the answers to all prompts when it is time to, until stopped. */
export function runResultsJob(ports: ResultsJobPorts, onError: (error: unknown) => void): RunningResultsJob {
  const stopping = new AbortController();
  const known = nothingKnown();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await lookAtPrompts(ports, known, stopping.signal, onError);
      await setTimeout(ports.lookMs, undefined, { signal: stopping.signal }).catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error;
      });
    }
  })();
  return {
    know: async (recent) => {
      known.prompts = recent.filter(isSentPrompt);
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

export function nothingKnown(): KnownPrompts {
  return { prompts: [], done: new Map(), quiet: new Map() };
}

/** Looks once at every prompt that may have something to count. One that fails does not hold up the others. */
export async function lookAtPrompts(
  ports: ResultsJobPorts,
  known: KnownPrompts,
  stopping: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  for (const prompt of known.prompts) {
    if (stopping.aborted) return;
    if (known.done.get(prompt.id) === closesAt(prompt).toISOString()) continue;
    if ((known.quiet.get(prompt.id)?.until ?? 0) > ports.clock.now().getTime()) continue;
    try {
      await lookAt(ports, known, prompt);
    } catch (error) {
      onError(error);
    }
  }
}

async function lookAt(ports: ResultsJobPorts, known: KnownPrompts, prompt: Prompt): Promise<void> {
  const { clock, everyMinutes } = ports;
  const now = clock.now();
  const snapshot = (await ports.results.snapshots.get(prompt.id))?.value;
  const isNamed = prompt.content.privacy === 'named';
  const nextAt = nextCounting(now, everyMinutes).toISOString();
  switch (countingStep(prompt, snapshot, now)) {
    case 'wait':
      return;
    case 'done':
      known.done.set(prompt.id, closesAt(prompt).toISOString());
      return;
    case 'announce':
      return announceCounting(ports, prompt, nextAt);
    case 'close':
      return close(ports, prompt.id, now);
    case 'count': {
      const batches = await countAnswers(ports, prompt, { final: false, ...(isNamed ? {} : { nextAt }) });
      if (isNamed) noteQuiet(ports, known, prompt, batches);
    }
  }
}

/** Read anew, because the deadline may have been extended since the job was told of the prompt. */
async function close(ports: ResultsJobPorts, broadcastId: string, now: Date): Promise<void> {
  const stored = await ports.broadcasts.get(broadcastId);
  if (stored === undefined || !isSentPrompt(stored.value)) return;
  if (countingStep(stored.value, undefined, now) === 'close') await countAnswers(ports, stored.value, { final: true });
}

function noteQuiet({ clock, lookMs }: ResultsJobPorts, { quiet }: KnownPrompts, { id }: Prompt, batches: number): void {
  const forMs = Math.min(2 * (quiet.get(id)?.forMs ?? lookMs), longestQuietMs);
  if (batches > 0) quiet.delete(id);
  else quiet.set(id, { until: clock.now().getTime() + forMs, forMs });
}
