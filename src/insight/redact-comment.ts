import { ulid } from 'ulid';
import type { AuditStore } from '../broadcasts/audit.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { PublishedComment } from './comment-chunk.ts';
import { placeOfComment } from './comment-id.ts';
import type { ResultsPorts } from './read-results.ts';
import type { Comment, Redaction, TextPart } from './results.ts';
import { sharedText } from './shared-text.ts';
import { readVisible } from './visible-areas.ts';

export interface RedactionPorts extends ResultsPorts {
  readonly audit: AuditStore;
}

/**
 * Hides parts of a comment, or all of it, from whatever is shown and shared of the results, and gives it back as it is
 * shared now; without a text when all is hidden. The author and a roadmap owner may do so with every comment, other
 * leads with those of their areas. Throws CommentUnknown for others, LeadsOnly, PromptUnknown and AreaNotAsked.
 */
export async function redactComment(
  ports: RedactionPorts,
  by: Person,
  broadcastId: string,
  commentId: string,
  parts?: readonly TextPart[],
): Promise<Comment> {
  const hidden = parts?.filter(({ from, to }) => from < to) ?? [];
  const at = ports.clock.now().toISOString();
  const redaction = { by: by.id, at, ...(hidden.length === 0 ? {} : { parts: hidden }) };
  return change(ports, by, broadcastId, commentId, 'comment.redacted', redaction);
}

/** Shows a comment again as it was written. Who may do it, and what is thrown, is as for {@link redactComment}. */
export async function undoRedaction(
  ports: RedactionPorts,
  by: Person,
  broadcastId: string,
  commentId: string,
): Promise<Comment> {
  return change(ports, by, broadcastId, commentId, 'comment.restored', undefined);
}

async function change(
  ports: RedactionPorts,
  by: Person,
  broadcastId: string,
  commentId: string,
  what: 'comment.redacted' | 'comment.restored',
  redaction: Redaction | undefined,
): Promise<Comment> {
  const { areas, everyArea } = await readVisible(ports, by, broadcastId);
  const maySee = ({ area, text }: PublishedComment) =>
    text !== undefined && (everyArea || (area !== undefined && areas.includes(area)));
  const place = placeOfComment(commentId);
  if (place === undefined) throw new ProductError('CommentUnknown');
  const { chunks } = ports.results;
  const stored = await changeStored(
    () => chunks.get(broadcastId, place.questionId, place.chunk),
    chunks.replace,
    (chunk) => ({
      ...chunk,
      comments: chunk.comments.map((comment) =>
        comment.id === commentId && maySee(comment) ? redacted(comment, redaction) : comment,
      ),
    }),
  );
  const comment = stored?.value.comments.find(({ id }) => id === commentId);
  if (comment === undefined || !maySee(comment)) throw new ProductError('CommentUnknown');
  await ports.audit.append({
    id: ulid(ports.clock.now().getTime()),
    who: by.id,
    what,
    about: broadcastId,
    facts: { comment: commentId, question: place.questionId },
    at: ports.clock.now().toISOString(),
  });
  const { id, area, personId } = comment;
  return {
    id,
    text: sharedText(comment) ?? '',
    ...(area === undefined ? {} : { area }),
    ...(personId === undefined ? {} : { personId }),
    ...(comment.redacted === undefined ? {} : { redacted: comment.redacted }),
  };
}

function redacted({ redacted: _, ...comment }: PublishedComment, now: Redaction | undefined): PublishedComment {
  return now === undefined ? comment : { ...comment, redacted: now };
}
