import { isDeepStrictEqual } from 'node:util';
import type { ResponseStore } from '../responses/response-store.ts';
import { changeStored } from '../storage/versioned.ts';
import type { PublishedComment } from './comment-chunk.ts';
import { placeOfComment } from './comment-id.ts';
import type { ResultsStore } from './results-store.ts';

export interface ForgetPorts {
  readonly responses: Pick<ResponseStore, 'get'>;
  readonly results: ResultsStore;
}

/**
 * Removes the published comments of one respondent; the figures stay. Nothing happens when none were published. To be
 * done before the response is removed, which alone says which they are.
 */
export async function forgetComments(
  { responses, results }: ForgetPorts,
  broadcastId: string,
  respondentId: string,
): Promise<void> {
  const comments = (await responses.get(broadcastId, respondentId))?.value.counted?.comments ?? {};
  for (const { id } of Object.values(comments)) {
    const place = placeOfComment(id);
    if (place !== undefined) {
      await emptyChunk(results, broadcastId, place.questionId, place.chunk, (comment) => comment.id === id);
    }
  }
}

/** Removes all published comments on a prompt; the figures stay. */
export async function forgetAllComments(results: ResultsStore, broadcastId: string): Promise<void> {
  const snapshot = await results.snapshots.get(broadcastId);
  for (const [questionId, entries] of Object.entries(snapshot?.value.chunks ?? {})) {
    for (const [index] of entries.entries()) await emptyChunk(results, broadcastId, questionId, index + 1, () => true);
  }
}

/** What stays of a comment is that there was one. */
async function emptyChunk(
  { chunks }: ResultsStore,
  broadcastId: string,
  questionId: string,
  number: number,
  gone: (comment: PublishedComment) => boolean,
): Promise<void> {
  await changeStored(
    () => chunks.get(broadcastId, questionId, number),
    chunks.replace,
    (chunk) => {
      const comments = chunk.comments.map((comment) => (gone(comment) ? emptied(comment) : comment));
      return isDeepStrictEqual(comments, chunk.comments) ? undefined : { ...chunk, comments };
    },
  );
}

function emptied({ id, area, revision }: PublishedComment): PublishedComment {
  return { id, revision, ...(area === undefined ? {} : { area }) };
}
