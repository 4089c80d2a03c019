import { isDeepStrictEqual } from 'node:util';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt } from '../broadcasts/closing.ts';
import type { Response } from '../responses/response.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Batch } from './batch.ts';
import { changeOrCreate } from './change-or-create.ts';
import type { CountingPorts } from './counting-ports.ts';
import { decideBatch } from './decide-batch.ts';
import { fewAtOnce } from './few-at-once.ts';
import { followComments } from './follow-comments.ts';
import { publishBatch, stripBatch } from './publish-batch.ts';
import { restampAnswers, restampOthers } from './restamp.ts';
import { sealAnswers } from './seal.ts';
import { shuffled } from './shuffle.ts';
import { smallestFor } from './smallest-group.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';

export interface Counting {
  /** The prompt has closed: nobody is held back any more. */
  readonly final: boolean;
  /** When the next batch is due, ISO 8601, if that is known. */
  readonly nextAt?: string;
}

const pageSize = 1_000;

/**
 * Brings what is published of a prompt up to date with its answers, as far as groups are large enough, and returns how
 * many batches that took. A crash at any point, and others who do it at the same moment, change nothing in what comes
 * out: a batch is written down before anything is done about it, and whoever finds it unfinished goes on with it. The
 * answers to an anonymous prompt are sealed once it has closed and all is counted, see `sealAnswers`.
 */
export async function countAnswers(ports: CountingPorts, prompt: Prompt, counting: Counting): Promise<number> {
  const start = await snapshotOf(ports, prompt.id);
  await stripBatch(ports, prompt.id, start.version);
  const marked = new Set<string>();
  let version = start.version;
  for (let snapshot = start; ; snapshot = await snapshotOf(ports, prompt.id)) {
    version = snapshot.version;
    const batch = await nextBatch(ports, prompt, snapshot, counting);
    if (batch === undefined) break;
    await publishBatch(ports, prompt, batch);
    for (const { respondentId } of batch.members ?? []) marked.add(respondentId);
  }
  if (prompt.content.privacy === 'anonymous') {
    await (counting.final ? sealAnswers(ports, prompt.id) : restampAnswers(ports, prompt.id, marked));
    await restampOthers(ports, prompt.id);
  }
  await noteCounted(ports, prompt, counting);
  return version - start.version;
}

async function snapshotOf({ results }: CountingPorts, broadcastId: string): Promise<Snapshot> {
  return (await results.snapshots.get(broadcastId))?.value ?? emptySnapshot(broadcastId);
}

/** The batch after those in the snapshot, be it one that somebody began or a new one; undefined when there is nothing to do. */
async function nextBatch(
  ports: CountingPorts,
  prompt: Prompt,
  snapshot: Snapshot,
  { final }: Counting,
): Promise<Batch | undefined> {
  const begun = await ports.results.batches.get(prompt.id, snapshot.version + 1);
  if (begun !== undefined) return begun.value;
  const { privacy, questions } = prompt.content;
  const uncounted = shuffled(await allUncounted(ports, prompt), ports.random);
  const rules = { smallest: smallestFor(privacy), more: !final };
  const batch = decideBatch(snapshot, questions, uncounted, rules, ports.clock.now().toISOString());
  return batch === undefined ? undefined : (await ports.results.batches.create(batch)).stored.value;
}

async function allUncounted(ports: CountingPorts, prompt: Prompt): Promise<readonly Response[]> {
  const all: Versioned<Response>[] = [];
  for (;;) {
    const page = await ports.responses.uncounted(prompt.id, pageSize, all.at(-1)?.value.respondentId);
    all.push(...page);
    if (page.length === 0) break;
  }
  const { privacy } = prompt.content;
  return (await fewAtOnce(all, (stored) => followComments(ports, privacy, stored))).map(({ value }) => value);
}

/** Says when the answers to a prompt are counted first. */
export async function announceCounting(ports: CountingPorts, prompt: Prompt, nextAt: string): Promise<void> {
  await note(ports, prompt, (snapshot) => ({ ...snapshot, nextAt }));
}

/** Writes down for which closing all is counted, or when the next batch is due. The last step: a crash repeats it all. */
async function noteCounted(ports: CountingPorts, prompt: Prompt, { final, nextAt }: Counting): Promise<void> {
  await note(ports, prompt, ({ nextAt: _, ...snapshot }) => {
    if (final) return { ...snapshot, finalFor: closesAt(prompt).toISOString() };
    return nextAt === undefined ? snapshot : { ...snapshot, nextAt };
  });
}

async function note({ results }: CountingPorts, { id }: Prompt, noted: (snapshot: Snapshot) => Snapshot) {
  await changeOrCreate(
    () => results.snapshots.get(id),
    results.snapshots,
    emptySnapshot(id),
    (snapshot) => (isDeepStrictEqual(noted(snapshot), snapshot) ? undefined : noted(snapshot)),
  );
}
