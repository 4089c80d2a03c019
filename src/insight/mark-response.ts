import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { AnswerValue, Counted, Profile, Response } from '../responses/response.ts';
import { isUncounted } from '../responses/uncounted.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { Batch, BatchMember } from './batch.ts';
import type { PublishedComment } from './comment-chunk.ts';
import type { CountingPorts } from './counting-ports.ts';
import { commentOf } from './follow-comments.ts';

/**
 * Notes on a response as what it is counted in a batch, unless that was noted before, and gives back the comments that
 * are to be published of it. A response that was taken back since the batch was decided is in the batch all the same,
 * so a withdrawn one takes its place: the figures can do without it in a later batch.
 */
export async function markResponse(
  ports: CountingPorts,
  prompt: Prompt,
  batch: Batch,
  member: BatchMember,
): Promise<readonly PublishedComment[]> {
  for (;;) {
    const stored = await ports.responses.get(prompt.id, member.respondentId);
    try {
      const marked =
        stored === undefined
          ? await markGone(ports, batch, member)
          : await markStanding(ports, prompt, batch, member, stored);
      return commentsOf(prompt, member, marked);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

async function markStanding(
  { responses }: CountingPorts,
  prompt: Prompt,
  batch: Batch,
  member: BatchMember,
  { value: response, etag }: Versioned<Response>,
): Promise<Response> {
  if (response.counted?.closed === true || (response.counted?.batch ?? 0) >= batch.number) return response;
  const marked = { ...response, counted: countedIn(batch, member, response) };
  if (isForgotten(marked)) await responses.remove(prompt.id, response.respondentId, etag);
  else if (prompt.content.privacy === 'anonymous') await responses.rewrite(withoutProfile(marked), etag);
  else await responses.replace(marked, etag);
  return marked;
}

/** Who answers anew brings a profile anew; until then that of an anonymous answer is of no use once all is counted. */
function withoutProfile(marked: Response): Response {
  return isUncounted(marked) ? marked : { ...marked, profile: {} };
}

/** Throws VersionConflict when somebody answered under the same id meanwhile. */
async function markGone({ responses, results }: CountingPorts, batch: Batch, member: BatchMember): Promise<Response> {
  const gone: Response = {
    broadcastId: batch.broadcastId,
    respondentId: member.respondentId,
    answers: {},
    revision: 1,
    profile: {},
    withdrawn: true,
  };
  const marked = { ...gone, counted: countedIn(batch, member, gone) };
  // In the figures already: somebody else has carried the batch out, and perhaps others since.
  const published = (await results.snapshots.get(batch.broadcastId))?.value.version ?? 0;
  if (published >= batch.number || isForgotten(marked)) return marked;
  const { created } = await responses.create(marked);
  if (!created) throw new VersionConflict('response');
  return marked;
}

/** A withdrawn response that the figures do without. */
function isForgotten({ withdrawn, counted }: Response): boolean {
  return withdrawn === true && Object.keys(counted?.groups ?? {}).length === 0;
}

function countedIn(batch: Batch, member: BatchMember, { counted, revision }: Response): Counted {
  const groups = new Map<string, Profile>(Object.entries(counted?.groups ?? {}));
  const answers = new Map<string, AnswerValue>(Object.entries(counted?.answers ?? {}));
  const comments = new Map(Object.entries(counted?.comments ?? {}));
  for (const [question, { move, leaves, value, comment }] of Object.entries(member.entries)) {
    if (leaves) for (const each of [groups, answers, comments]) each.delete(question);
    else groups.set(question, batch.moves[move]?.label ?? {});
    if (value !== undefined) answers.set(question, value);
    if (comment !== undefined) comments.set(question, { id: comment, revision });
  }
  return {
    batch: batch.number,
    answers: Object.fromEntries(answers),
    groups: Object.fromEntries(groups),
    ...(comments.size === 0 ? {} : { comments: Object.fromEntries(comments) }),
  };
}

/** None where others have gone on since: the comment may have been taken back and another written. */
function commentsOf(prompt: Prompt, { entries }: BatchMember, marked: Response): readonly PublishedComment[] {
  return Object.entries(entries).flatMap(([question, { comment }]) =>
    comment === undefined || marked.counted?.comments?.[question]?.id !== comment
      ? []
      : [commentOf(marked, question, comment, prompt.content.privacy)],
  );
}
