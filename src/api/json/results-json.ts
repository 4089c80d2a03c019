import { closesAt } from '../../broadcasts/closing.ts';
import type { Comment, Results } from '../../insight/results.ts';
import type { CommentJson, ResultsJson } from '../contract/results.ts';
import type { Fixed } from '../contract/route-types.ts';

/**
 * Results as the API tells of them, with when the prompt was closed early, if it was; `names` are those of the writers
 * of comments, by id.
 */
export function resultsJson(
  results: Results,
  closedEarlyAt: string | undefined,
  names: ReadonlyMap<string, string>,
): Fixed<ResultsJson> {
  const { comments, ...figures } = results;
  const closing = { content: results.prompt, ...(closedEarlyAt === undefined ? {} : { closedEarlyAt }) };
  const pages = Object.entries(comments).map(
    ([question, page]) =>
      [question, { comments: page.comments.map((comment) => commentJson(comment, names)), next: page.next }] as const,
  );
  return { ...figures, closesAt: closesAt(closing).toISOString(), comments: Object.fromEntries(pages) };
}

/** A comment without the ids of people: who wrote it, in a named prompt, by name, and of who hid it only when. */
export function commentJson(
  { id, text, area, personId, redacted }: Comment,
  names: ReadonlyMap<string, string>,
): Fixed<CommentJson> {
  return {
    id,
    text,
    area,
    name: personId === undefined ? undefined : names.get(personId),
    redacted: redacted && { at: redacted.at, parts: redacted.parts },
  };
}
