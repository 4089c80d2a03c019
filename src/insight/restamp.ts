import { changeStored, VersionConflict } from '../storage/versioned.ts';
import type { CountingPorts } from './counting-ports.ts';
import { fewAtOnce } from './few-at-once.ts';
import { shuffled } from './shuffle.ts';

const pageSize = 1_000;

/**
 * Writes both sides of an anonymous prompt again in random order, the answers and the fact of who has answered, so that
 * the times at which the database says they were written tie none of one to any of the other; and the published comments,
 * whose time may be that at which somebody changed theirs. `anew` are the respondents whose answers were just written anew.
 */
export async function restamp(ports: CountingPorts, broadcastId: string, anew: ReadonlySet<string>): Promise<void> {
  const { responses, participation, random } = ports;
  await eachPage(
    async (after) => {
      const { responses: values, next } = await responses.page(broadcastId, pageSize, after);
      return { ids: values.map(({ respondentId }) => respondentId).filter((id) => !anew.has(id)), next };
    },
    (ids) => fewAtOnce(shuffled(ids, random), (id) => rewrite(ports, broadcastId, id)),
  );
  await eachPage(
    async (after) => {
      const { participations, next } = await participation.page(broadcastId, pageSize, after);
      return { ids: participations.map(({ personId }) => personId), next };
    },
    (ids) => fewAtOnce(shuffled(ids, random), (id) => participation.touch(broadcastId, id)),
  );
  await restampComments(ports, broadcastId);
}

async function restampComments({ results }: CountingPorts, broadcastId: string): Promise<void> {
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

async function eachPage(
  read: (after: string | undefined) => Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>,
  act: (ids: readonly string[]) => Promise<unknown>,
): Promise<void> {
  let after: string | undefined;
  do {
    const { ids, next } = await read(after);
    await act(ids);
    after = next;
  } while (after !== undefined);
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
