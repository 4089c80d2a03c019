import { isDeepStrictEqual } from 'node:util';
import { ProductError } from '../errors/product-error.ts';
import { VersionConflict, type Versioned } from './versioned.ts';

/**
 * Writes `next` over exactly the version that was seen. What says that already is left alone, so that a change that
 * comes twice is made once. Throws VersionStale when somebody else wrote something else meanwhile.
 */
export async function changeSeen<T>(
  stored: Versioned<T>,
  seen: string,
  write: (value: T, etag: string) => Promise<Versioned<T>>,
  next: T,
): Promise<Versioned<T>> {
  if (isDeepStrictEqual(stored.value, next)) return stored;
  if (stored.etag !== seen) throw new ProductError('VersionStale');
  try {
    return await write(next, seen);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw new ProductError('VersionStale', {}, { cause: error });
  }
}
