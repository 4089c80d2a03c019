import { z } from 'zod';
import { deadline, texts } from './texts.ts';

/** What a control is told where it needs nothing: an empty object, or no body. */
export const nothing = z.strictObject({}).optional();

/** The new title and text of what was sent. */
export const correction = z.strictObject({ title: texts, body: texts });

/** The later deadline of a prompt. */
export const extension = z.strictObject({ deadline });

export type Correction = z.infer<typeof correction>;
export type Extension = z.infer<typeof extension>;
