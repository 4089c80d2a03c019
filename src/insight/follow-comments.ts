import type { PrivacyPromise } from '../broadcasts/broadcast.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { PublishedComment } from './comment-chunk.ts';
import { putComments } from './put-comments.ts';
import type { ResultsStore } from './results-store.ts';

/**
 * Responses whose published comments change as soon as the response does: a text that was changed is the new one, and
 * one that was taken back is gone, whatever the figures still hold. What a crash leaves undone, the next batch does.
 */
export function withCommentsFollowing(
  responses: ResponseStore,
  results: ResultsStore,
  broadcasts: Pick<BroadcastStore, 'get'>,
): ResponseStore {
  return {
    ...responses,
    async replace(response, etag) {
      const stored = await responses.replace(response, etag);
      if (staleComments(stored.value).length === 0) return stored;
      const content = (await broadcasts.get(response.broadcastId))?.value.content;
      const privacy = content?.kind === 'prompt' ? content.privacy : 'confidential';
      return followComments({ responses, results }, privacy, stored);
    },
  };
}

/** Brings the published comments of a response up to date with it, and notes that on it. */
export async function followComments(
  ports: { readonly responses: ResponseStore; readonly results: ResultsStore },
  privacy: PrivacyPromise,
  stored: Versioned<Response>,
): Promise<Versioned<Response>> {
  const { value: response, etag } = stored;
  const stale = staleComments(response);
  const { counted, broadcastId, revision } = response;
  if (counted === undefined || stale.length === 0) return stored;
  const comments = stale.map(([question, { id }]) => commentOf(response, question, id, privacy));
  await putComments(ports.results, broadcastId, comments);
  const noted = Object.entries(counted.comments ?? {}).map(([question, { id }]) => [question, { id, revision }]);
  try {
    const upToDate = { ...response, counted: { ...counted, comments: Object.fromEntries(noted) } };
    return await ports.responses.replace(upToDate, etag);
  } catch (error) {
    // Whoever changed it meanwhile sees to its comments.
    if (!(error instanceof VersionConflict)) throw error;
    return stored;
  }
}

/** The comment on a question as it is to be published; with neither text nor name where the response has none any more. */
export function commentOf(response: Response, question: string, id: string, privacy: PrivacyPromise): PublishedComment {
  const { answers, counted, revision, respondentId } = response;
  const value = answers[question];
  const area = counted?.groups[question]?.area;
  return {
    id,
    revision,
    ...(area === undefined ? {} : { area }),
    ...(value?.kind === 'free-text' ? { text: value.text } : {}),
    ...(value?.kind === 'free-text' && privacy === 'named' ? { personId: respondentId } : {}),
  };
}

function staleComments({ counted, revision }: Response) {
  return Object.entries(counted?.comments ?? {}).filter(([, comment]) => comment.revision !== revision);
}
