/** A stored value with the entity tag that a later conditional write must name. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** A conditional write named an entity tag that is no longer current: read again, decide again. */
export class VersionConflict extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`${what} changed since it was read`, options);
    this.name = 'VersionConflict';
  }
}

/** What a create with a deterministic id found: it made the value, or the value stood there already. */
export type Created<T> =
  | { readonly created: true; readonly stored: Versioned<T> }
  | { readonly created: false; readonly stored: Versioned<T> };

/** What came of removing many values, a part at a time. */
export interface Removed {
  /** How many this call removed; what somebody else removed meanwhile does not count. */
  readonly removed: number;
  /** Whether some may be left. */
  readonly more: boolean;
}

const attempts = 8;

/**
 * Reads, decides and writes back until no one else wrote in between. `decide` returns the new value, or undefined to
 * leave the stored one as it is. Returns what is stored at the end, or undefined when nothing is stored under the id.
 * Throws {@link VersionConflict} after eight lost races.
 */
export async function changeStored<T>(
  read: () => Promise<Versioned<T> | undefined>,
  write: (value: T, etag: string) => Promise<Versioned<T>>,
  decide: (value: T) => T | undefined,
): Promise<Versioned<T> | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await read();
    if (stored === undefined) return undefined;
    const changed = decide(stored.value);
    if (changed === undefined) return stored;
    try {
      return await write(changed, stored.etag);
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === attempts) throw error;
    }
  }
}
