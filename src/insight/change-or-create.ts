import { type Created, changeStored, type Versioned } from '../storage/versioned.ts';

/**
 * Changes a stored value as `changeStored` does; where nothing is stored yet, changes and stores the one that things
 * begin with. `decide` returns undefined to leave the value as it is. Throws VersionConflict after eight lost races.
 */
export async function changeOrCreate<T>(
  read: () => Promise<Versioned<T> | undefined>,
  store: {
    readonly create: (value: T) => Promise<Created<T>>;
    readonly replace: (value: T, etag: string) => Promise<Versioned<T>>;
  },
  beginning: T,
  decide: (value: T) => T | undefined,
): Promise<void> {
  for (;;) {
    if ((await changeStored(read, store.replace, decide)) !== undefined) return;
    const first = decide(beginning);
    if (first === undefined || (await store.create(first)).created) return;
  }
}
