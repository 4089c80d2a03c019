import { changeStored, VersionConflict } from '../storage/versioned.ts';
import type { CountingPorts } from './counting-ports.ts';
import { eachPage } from './each-page.ts';
import { fewAtOnce } from './few-at-once.ts';
import { shuffled } from './shuffle.ts';

const pageSize = 1_000;

/**
 * Writes the answers to an anonymous prompt again in random order, so that the times at which the database says they were
 * written tie none of them to who answered then. `anew` are the respondents whose answers were just written anew.
 */
export async function restampAnswers(
  ports: CountingPorts,
  broadcastId: string,
  anew: ReadonlySet<string>,
): Promise<void> {
  const { responses, random } = ports;
  await eachPage(
    async (after) => {
      const { responses: values, next } = await responses.page(broadcastId, pageSize, after);
      return { ids: values.map(({ respondentId }) => respondentId).filter((id) => !anew.has(id)), next };
    },
    (ids) => fewAtOnce(shuffled(ids, random), (id) => rewrite(ports, broadcastId, id)),
  );
}

/**
 * Writes the other side of an anonymous prompt again in random order, the fact of who has answered; and the published
 * comments, whose time may be that at which somebody changed theirs.
 */
export async function restampOthers({ participation, results, random }: CountingPorts, broadcastId: string) {
  await eachPage(
    async (after) => {
      const { participations, next } = await participation.page(broadcastId, pageSize, after);
      return { ids: participations.map(({ personId }) => personId), next };
    },
    (ids) => fewAtOnce(shuffled(ids, random), (id) => participation.touch(broadcastId, id)),
  );
  await restampComments(results, broadcastId);
}

async function restampComments(results: CountingPorts['results'], broadcastId: string): Promise<void> {
  const snapshot = await results.snapshots.get(broadcastId);
  for (const [questionId, entries] of Object.entries(snapshot?.value.chunks ?? {})) {
    for (const [index] of entries.entries()) {
      await changeStored(
        () => results.chunks.get(broadcastId, questionId, index + 1),
        results.chunks.replace,
        (chunk) => chunk,
      );
    }
  }
}

async function rewrite({ responses }: CountingPorts, broadcastId: string, respondentId: string): Promise<void> {
  const stored = await responses.get(broadcastId, respondentId);
  try {
    if (stored !== undefined) await responses.rewrite(stored.value, stored.etag);
  } catch (error) {
    // Changed at this moment: its time says so until the next batch.
    if (!(error instanceof VersionConflict)) throw error;
  }
}
