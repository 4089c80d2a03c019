import type { PublishedComment } from './comment-chunk.ts';

/** Stands for each character of a comment that is hidden. */
export const blackedOut = '█';

/** A comment's text as it may be shared, with the hidden parts blacked out; undefined when all of it is hidden. */
export function sharedText({ text, redacted }: Pick<PublishedComment, 'text' | 'redacted'>): string | undefined {
  if (text === undefined || redacted === undefined) return text;
  if (redacted.parts === undefined) return undefined;
  const { parts } = redacted;
  let index = 0;
  let shared = '';
  for (const character of text) {
    const end = index + character.length;
    shared += parts.some(({ from, to }) => from < end && to > index) ? blackedOut : character;
    index = end;
  }
  return shared;
}
