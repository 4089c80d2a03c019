import { randomBytes } from 'node:crypto';

/** A comment's id says in which chunk of which question it is, and nothing about who wrote it. */
export function newCommentId(questionId: string, chunk: number): string {
  return `${questionId}-${chunk}-${randomBytes(9).toString('base64url')}`;
}

/** Where the comment with this id is; undefined when it is the id of none. */
export function placeOfComment(id: string): { readonly questionId: string; readonly chunk: number } | undefined {
  const [, questionId, chunk] = /^(q\d{1,2})-([1-9]\d{0,5})-/.exec(id) ?? [];
  return questionId === undefined || chunk === undefined ? undefined : { questionId, chunk: Number(chunk) };
}
