import { z } from 'zod';
import { languages } from '../../language/texts.ts';

export const language = z.enum(languages);

/** So much of a text is taken in, in characters; what is longer than may be sent is a problem of the draft. */
const longestTaken = 10_000;

/** One text in English and, where there is one, in Welsh. */
export const texts = z.strictObject({
  en: z.string().max(longestTaken),
  cy: z.string().max(longestTaken).exactOptional(),
});

/** A local business time in London. */
export const deadline = z.strictObject({
  /** YYYY-MM-DD */
  date: z.string().max(10),
  /** HH:MM */
  time: z.string().max(5),
  zone: z.literal('Europe/London'),
});

const year = z.int().min(2000).max(2100);

/** A date no more precise than it is known. */
export const roughDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), day: z.iso.date() }),
  z.strictObject({ precision: z.literal('month'), year, month: z.int().min(1).max(12) }),
  z.strictObject({
    precision: z.literal('season'),
    year,
    season: z.enum(['spring', 'summer', 'autumn', 'winter']),
  }),
  z.strictObject({
    precision: z.literal('quarter'),
    year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({ precision: z.literal('year'), year }),
  z.strictObject({ precision: z.literal('unknown') }),
]);
