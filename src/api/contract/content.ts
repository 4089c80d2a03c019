import { z } from 'zod';
import { privacyPromises } from '../../broadcasts/broadcast.ts';
import { areaSlug, itemId, questionId } from './ids.ts';
import { deadline, texts } from './texts.ts';

/**
 * What an author writes. A draft may be incomplete: what stands in the way of sending comes with its preview, and only
 * what no form can produce is refused here.
 */

const option = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,64}$/), text: texts });
const options = z.array(option).max(50);
const asked = { id: questionId, text: texts, required: z.boolean() };

export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.literal('one-choice'),
    options,
    asks: z.literal('working-place').exactOptional(),
  }),
  z.strictObject({ ...asked, kind: z.literal('several-choices'), options }),
  z.strictObject({ ...asked, kind: z.literal('scale'), lowest: texts, highest: texts }),
  z.strictObject({ ...asked, kind: z.literal('rows'), rows: options }),
  z.strictObject({ ...asked, kind: z.literal('free-text'), maxLength: z.int().min(1).max(1_000) }),
  z.strictObject({ ...asked, kind: z.literal('tagged-items'), items: options }),
]);

const written = { title: texts, body: texts, itemId: itemId.exactOptional() };

export const updateContent = z.strictObject({ kind: z.literal('update'), ...written });

export const promptContent = z.strictObject({
  kind: z.literal('prompt'),
  ...written,
  privacy: z.enum(privacyPromises),
  template: z.string().max(64).exactOptional(),
  questions: z.array(question).max(20),
  deadline,
});

export const content = z.discriminatedUnion('kind', [updateContent, promptContent]);

export const audience = z.strictObject({ areas: z.union([z.literal('all'), z.array(areaSlug).max(50)]) });

/** When an author wants a broadcast to go out; the date and the time are London's. */
export const sendingWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('next-hours') }),
  z.strictObject({ kind: z.literal('at'), date: z.string().max(10), time: z.string().max(5) }),
  z.strictObject({ kind: z.literal('urgent'), because: z.string().max(1_000) }),
]);

export type QuestionJson = z.infer<typeof question>;
export type ContentJson = z.infer<typeof content>;
export type AudienceJson = z.infer<typeof audience>;
export type SendingWishJson = z.infer<typeof sendingWish>;
