import { changeOrCreate } from './change-or-create.ts';
import { type PublishedComment, withComments } from './comment-chunk.ts';
import { placeOfComment } from './comment-id.ts';
import type { ResultsStore } from './results-store.ts';

/** Publishes comments, each in the chunk that its id names, unless a later state of them is there already. */
export async function putComments(
  results: ResultsStore,
  broadcastId: string,
  comments: readonly PublishedComment[],
): Promise<void> {
  for (const ofChunk of Map.groupBy(comments, ({ id }) => JSON.stringify(placeOfComment(id))).values()) {
    const place = placeOfComment(ofChunk[0]?.id ?? '');
    if (place === undefined) throw new RangeError('a comment has an id that names no place');
    await putInChunk(results, broadcastId, place, ofChunk);
  }
}

async function putInChunk(
  { chunks }: ResultsStore,
  broadcastId: string,
  { questionId, chunk: number }: { readonly questionId: string; readonly chunk: number },
  put: readonly PublishedComment[],
): Promise<void> {
  await changeOrCreate(
    () => chunks.get(broadcastId, questionId, number),
    chunks,
    { broadcastId, questionId, number, comments: [] },
    (chunk) => {
      const comments = withComments(chunk.comments, put);
      return comments === undefined ? undefined : { ...chunk, comments };
    },
  );
}
