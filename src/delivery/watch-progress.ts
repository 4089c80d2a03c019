import { setTimeout } from 'node:timers/promises';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { finished } from './outcome.ts';
import { isFinal, type Progress, readProgress, startOf } from './progress.ts';
import { type Sample, type Speed, speedOf, withSample } from './time-left.ts';

/** Progress as somebody who watches it sees it. */
export interface WatchedProgress extends Progress, Speed {
  /** Whether the pass is over; nothing follows. */
  readonly final: boolean;
}

/** How often to look while cards go out, and while none can, in milliseconds. */
const everyMs = 1_000;
const seldomMs = 2_000;

/** Tells how far a pass is, again and again, until it is over or the signal is given. */
export async function* watchProgress(
  ports: Pick<DeliveryPorts, 'broadcasts' | 'deliveries' | 'clock'>,
  broadcastId: string,
  run: RunId,
  until: AbortSignal,
): AsyncGenerator<WatchedProgress> {
  let samples: readonly Sample[] = [];
  while (!until.aborted) {
    const stored = await ports.broadcasts.get(broadcastId);
    if (stored === undefined) return;
    const progress = await readProgress(ports, stored.value, run);
    const moving = isMoving(stored.value, run, progress.at);
    const sample = { atMs: Date.parse(progress.at), finished: finished(progress.outcome) };
    samples = moving ? withSample(samples, sample) : [];
    const waitsUntil = progress.waitsUntil === undefined ? undefined : Date.parse(progress.waitsUntil);
    const final = isFinal(progress);
    yield { ...progress, ...(final ? {} : speedOf(samples, progress.waiting, waitsUntil)), final };
    if (final) return;
    await setTimeout(moving ? everyMs : seldomMs, undefined, { signal: until }).catch(() => undefined);
  }
}

function isMoving(broadcast: Broadcast, run: RunId, at: string): boolean {
  if (run !== 'send') return (startOf(broadcast, run) ?? at) <= at;
  return broadcast.state === 'sending' || broadcast.state === 'cancelled';
}
