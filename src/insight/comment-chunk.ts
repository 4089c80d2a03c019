import type { AreaSlug } from '../people/areas.ts';
import type { Redaction } from './results.ts';

/** At most so many comments in a chunk, of at most 2,000 characters each. */
export const chunkSize = 100;

/** Published comments on one question, those of one batch in random order. Comments are only ever added at the end. */
export interface CommentChunk {
  readonly broadcastId: string;
  readonly questionId: string;
  /** From 1. */
  readonly number: number;
  readonly comments: readonly PublishedComment[];
}

export interface PublishedComment {
  readonly id: string;
  /** Absent when its author took it back, or wrote it anew only later. */
  readonly text?: string;
  /** The revision of the response of which the text is. */
  readonly revision: number;
  /** The area that it was counted for. */
  readonly area?: AreaSlug;
  /** Only in a named prompt. */
  readonly personId?: string;
  readonly redacted?: Redaction;
}

/**
 * Comments with others put in, or as they are now: of two states of a comment the later one stays. A comment that was
 * redacted in part is redacted as a whole once its text is another. Undefined when nothing changes.
 */
export function withComments(
  standing: readonly PublishedComment[],
  put: readonly PublishedComment[],
): readonly PublishedComment[] | undefined {
  const news = new Map(put.map((comment) => [comment.id, comment]));
  const known = new Set(standing.map(({ id }) => id));
  const kept = standing.map((comment) => {
    const now = news.get(comment.id);
    if (now === undefined || now.revision <= comment.revision) return comment;
    if (now.text === comment.text) return { ...comment, revision: now.revision };
    return comment.redacted === undefined ? now : { ...now, redacted: wholly(comment.redacted) };
  });
  const added = put.filter(({ id }) => !known.has(id));
  const same = added.length === 0 && kept.every((comment, index) => comment === standing[index]);
  return same ? undefined : [...kept, ...added];
}

function wholly({ by, at }: Redaction): Redaction {
  return { by, at };
}
