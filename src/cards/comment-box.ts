import type { Comment } from '../insight/results.ts';
import type { CardElement } from './adaptive-card.ts';
import { shortened } from './plain-text.ts';
import { group, hint, paragraph } from './text-blocks.ts';

/** Names by person id. */
export type Names = Readonly<Record<string, string>>;

const commentLength = 500;

/** What somebody wrote, with their name where that is given, and what may be done with it below. */
export function commentBox(
  { personId, text }: Comment,
  names: Names | undefined,
  below: readonly CardElement[] = [],
): CardElement {
  const name = personId === undefined ? undefined : names?.[personId];
  return group(
    [
      paragraph(shortened(text, commentLength), { spacing: 'None' }),
      ...(name === undefined ? [] : [hint(name, { spacing: 'None' })]),
      ...below,
    ],
    { spacing: 'Small', style: 'emphasis' },
  );
}
