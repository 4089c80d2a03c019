import type { ZodType } from 'zod';
import { ProductError } from '../errors/product-error.ts';

/** The name of the next page, which nobody is to read anything into; undefined when there is none. */
export function writeCursor(next: unknown): string | undefined {
  return next === undefined ? undefined : Buffer.from(JSON.stringify(next)).toString('base64url');
}

/** What the name of a page stands for. Throws RequestMalformed when it is no name that {@link writeCursor} made. */
export function readCursor<T>(cursor: string | undefined, schema: ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const read = schema.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success) throw new ProductError('RequestMalformed', { field: 'query.cursor' });
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
