import { z } from 'zod';
import { longestAnswer } from './question.ts';

/** A text in both languages. */
export const bothTexts = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

export const slug = z.string().regex(/^[a-z0-9-]{1,64}$/);

const options = z.array(z.strictObject({ id: slug, text: bothTexts })).min(1);

/** Questions that were written in advance, complete in both languages, with an id of the given kind. */
export function questionSchema<Id extends z.ZodType>(id: Id) {
  const asked = { id, text: bothTexts, required: z.boolean() };
  return z.discriminatedUnion('kind', [
    z.strictObject({
      ...asked,
      kind: z.literal('one-choice'),
      options,
      asks: z.literal('working-place').exactOptional(),
    }),
    z.strictObject({ ...asked, kind: z.literal('several-choices'), options }),
    z.strictObject({ ...asked, kind: z.literal('scale'), lowest: bothTexts, highest: bothTexts }),
    z.strictObject({ ...asked, kind: z.literal('rows'), rows: options }),
    z.strictObject({ ...asked, kind: z.literal('free-text'), maxLength: z.int().min(1).max(longestAnswer) }),
    z.strictObject({ ...asked, kind: z.literal('tagged-items'), items: options }),
  ]);
}
