import type { Container } from '@azure/cosmos';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { RoadmapStore } from '../roadmap/roadmap-store.ts';
import { VersionConflict } from '../storage/versioned.ts';
import { type Items, openItems, type Shape } from './items.ts';

/**
 * Roadmap items in the container `roadmap`. The partition is the item; in it, `current` is the latest version and the
 * only authority on what that is, and `v0001` and on are the versions before it. The partition `index` holds the ids
 * of all items, in the order in which they were added, so no roadmap item can be called `index`.
 *
 * Two writes can be cut in two by a crash, and each leaves something that reading puts right:
 * - `create` adds the id to the index, then writes `current`. An id without an item is skipped, and creating the item
 *   again completes it.
 * - `replace` copies the outgoing version from `current` to its own id, then replaces `current`. The copy is of what
 *   everybody who holds the entity tag sees, so losers of a race write the same copy and it is never wrong, only
 *   early: `versions` takes the copies below the current version and `current` itself.
 */
export function createCosmosRoadmapStore(container: Container): RoadmapStore {
  const currents = openItems(
    container,
    roadmapShape(() => 'current'),
  );
  const copies = openItems(container, roadmapShape(copyId));
  const index = openItems(container, indexShape);

  const get: RoadmapStore['get'] = async (itemId) =>
    itemId === indexPartition ? undefined : currents.read('current', itemId);

  return {
    get,

    async list() {
      const listed = await index.read('current', indexPartition);
      const found = await Promise.all((listed?.value ?? []).map(get));
      return found.flatMap((stored) => (stored === undefined ? [] : [stored.value]));
    },

    async create(item) {
      if (item.id === indexPartition || item.id === '') throw new RangeError('Not an id for a roadmap item');
      if (item.version !== 1) throw new RangeError('The first version of a roadmap item is 1');
      await addToIndex(index, item.id);
      return currents.create(item);
    },

    async replace(item, etag) {
      const stored = await get(item.id);
      if (stored?.etag !== etag) throw new VersionConflict('roadmap item');
      if (item.version !== stored.value.version + 1) throw new RangeError('The next version must be one more');
      await copies.create(stored.value);
      return currents.replace(item, etag);
    },

    async versions(itemId) {
      // Current first: whatever is below it was copied before it was written.
      const stored = await get(itemId);
      if (stored === undefined) return [];
      const found = await copies.all({
        where: "c.itemId = @itemId AND c.id != 'current'",
        parameters: { itemId },
        partition: itemId,
      });
      const earlier = found.filter(({ version }) => version < stored.value.version);
      return [...earlier.toSorted((one, other) => one.version - other.version), stored.value];
    },
  };
}

const indexPartition = 'index';

type StoredItem = Omit<RoadmapItem, 'id'> & { readonly id: string; readonly itemId: string };

function roadmapShape(idOf: (item: RoadmapItem) => string): Shape<RoadmapItem, StoredItem> {
  return {
    what: 'roadmap item',
    partitionKey: 'itemId',
    toItem: (item) => ({ ...item, id: idOf(item), itemId: item.id }),
    fromItem: ({ itemId, ...item }) => ({ ...item, id: itemId }),
  };
}

function copyId(item: RoadmapItem): string {
  return `v${String(item.version).padStart(4, '0')}`;
}

const indexShape: Shape<readonly string[], { readonly id: string; itemId: string; itemIds: readonly string[] }> = {
  what: 'list of roadmap items',
  partitionKey: 'itemId',
  toItem: (itemIds) => ({ id: 'current', itemId: indexPartition, itemIds }),
  fromItem: ({ itemIds }) => itemIds,
};

/** Each lost race means that somebody else's id was added, so this ends once all that are being added are in. */
async function addToIndex(index: Items<readonly string[]>, itemId: string): Promise<void> {
  for (;;) {
    const listed = (await index.read('current', indexPartition)) ?? (await index.create([])).stored;
    if (listed.value.includes(itemId)) return;
    try {
      await index.replace([...listed.value, itemId], listed.etag);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
