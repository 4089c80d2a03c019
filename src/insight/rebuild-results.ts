import { isDeepStrictEqual } from 'node:util';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { Question } from '../broadcasts/question.ts';
import { type Response, respondents } from '../responses/response.ts';
import { VersionConflict } from '../storage/versioned.ts';
import type { Batch, Move } from './batch.ts';
import { countKeys, keysOf } from './count-keys.ts';
import type { CountingPorts } from './counting-ports.ts';
import { figuresOfOne, plus } from './figures.ts';
import { emptySnapshot, type Snapshot, withBatch } from './snapshot.ts';

export interface Rebuilt {
  readonly snapshot: Snapshot;
  /**
   * Whether the responses themselves say the same: what each is marked to be counted as. They do not once responses were
   * removed because their time was over, or sealed because an anonymous prompt has closed; then the batches alone hold
   * the truth.
   */
  readonly responsesAgree: boolean;
}

const pageSize = 1_000;

/**
 * Makes the snapshot of a prompt anew from the batches that were counted, and compares it with the responses. Throws
 * VersionConflict when answers are counted at the same moment.
 */
export async function rebuildResults(ports: CountingPorts, prompt: Prompt): Promise<Rebuilt> {
  const { questions } = prompt.content;
  const { snapshots } = ports.results;
  const standing = await snapshots.get(prompt.id);
  const batches = await publishedBatches(ports, prompt.id);
  const { nextAt, finalFor } = standing?.value ?? {};
  const snapshot: Snapshot = {
    ...batches.reduce((sum, batch) => withBatch(sum, batch, questions), emptySnapshot(prompt.id)),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(finalFor === undefined ? {} : { finalFor }),
  };
  if (standing !== undefined) await snapshots.replace(snapshot, standing.etag);
  else if (!(await snapshots.create(snapshot)).created) throw new VersionConflict('snapshot');
  return { snapshot, responsesAgree: isDeepStrictEqual(snapshot.figures, await figuresOfMarks(ports, prompt)) };
}

/** A batch that still names its members is not published yet, or was a moment ago: counting sees to it. */
async function publishedBatches({ results }: CountingPorts, broadcastId: string): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  for (;;) {
    const stored = await results.batches.get(broadcastId, batches.length + 1);
    if (stored === undefined || stored.value.members !== undefined) return batches;
    batches.push(stored.value);
  }
}

async function figuresOfMarks({ responses }: CountingPorts, prompt: Prompt): Promise<Snapshot['figures']> {
  const { id, content } = prompt;
  const moves = new Map<string, Move>();
  let after: string | undefined;
  do {
    const page = await responses.page(id, pageSize, after);
    for (const move of page.responses.flatMap((response) => movesOf(response, content.questions))) {
      const key = JSON.stringify([move.question, Object.entries(move.label).toSorted()]);
      const known = moves.get(key);
      moves.set(key, known === undefined ? move : { ...move, by: plus(known.by, move.by) });
    }
    after = page.next;
  } while (after !== undefined);
  const all: Batch = { broadcastId: id, number: 0, at: '', moves: [...moves.values()] };
  return withBatch(emptySnapshot(id), all, content.questions).figures;
}

/** What one response is counted as. */
function movesOf({ counted }: Response, questions: readonly Question[]): readonly Move[] {
  return Object.entries(counted?.groups ?? {}).map(([question, label]) => {
    const asked = questions.find(({ id }) => id === question);
    const value = question === respondents ? undefined : counted?.answers[question];
    const keys = asked === undefined ? [] : countKeys(asked);
    return { question, label, by: figuresOfOne(keys, value === undefined ? [] : keysOf(value)) };
  });
}
