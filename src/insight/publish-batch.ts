import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { changeStored } from '../storage/versioned.ts';
import type { Batch } from './batch.ts';
import { changeOrCreate } from './change-or-create.ts';
import type { CountingPorts } from './counting-ports.ts';
import { fewAtOnce } from './few-at-once.ts';
import { markResponse } from './mark-response.ts';
import { putComments } from './put-comments.ts';
import { shuffled } from './shuffle.ts';
import { emptySnapshot, withBatch } from './snapshot.ts';

/**
 * Carries a batch out: marks what each response is counted as, publishes the comments and then the figures, and forgets
 * whose answers they were. Each step does nothing where it was done before.
 */
export async function publishBatch(ports: CountingPorts, prompt: Prompt, batch: Batch): Promise<void> {
  const members = shuffled(batch.members ?? [], ports.random);
  const comments = await fewAtOnce(members, (member) => markResponse(ports, prompt, batch, member));
  await putComments(ports.results, prompt.id, shuffled(comments.flat(), ports.random));
  await publishFigures(ports, prompt, batch);
  await stripBatch(ports, prompt.id, batch.number);
}

async function publishFigures({ results }: CountingPorts, prompt: Prompt, batch: Batch): Promise<void> {
  await changeOrCreate(
    () => results.snapshots.get(prompt.id),
    results.snapshots,
    emptySnapshot(prompt.id),
    (snapshot) => (snapshot.version < batch.number ? withBatch(snapshot, batch, prompt.content.questions) : undefined),
  );
}

/** Forgets whose answers a published batch holds. */
export async function stripBatch({ results }: CountingPorts, broadcastId: string, number: number): Promise<void> {
  await changeStored(
    () => results.batches.get(broadcastId, number),
    results.batches.replace,
    ({ members, ...batch }) => (members === undefined ? undefined : batch),
  );
}
