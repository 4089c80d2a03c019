import { decodeTime } from 'ulid';

/** The month (`YYYY-MM`, UTC) in which a ULID was made; undefined when `id` is not a ULID in upper case. */
export function ulidMonth(id: string): string | undefined {
  if (!ulidPattern.test(id)) return undefined;
  return new Date(decodeTime(id)).toISOString().slice(0, 7);
}

/** https://github.com/ulid/spec: Crockford's Base32; a first character above 7 would not fit 128 bits. */
const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
