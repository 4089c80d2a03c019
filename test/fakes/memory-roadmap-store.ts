import type { RoadmapItem } from '../../src/roadmap/roadmap-item.ts';
import type { RoadmapStore } from '../../src/roadmap/roadmap-store.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { type Counted, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryRoadmapStore(): RoadmapStore & Counted {
  const operations = noOperations();
  const currents = createMemoryItems<RoadmapItem>(
    { what: 'roadmap item', id: (item) => item.id, partition: (item) => item.id },
    operations,
  );
  const history = new Map<string, readonly string[]>();
  const keep = (item: RoadmapItem) => history.set(item.id, [...(history.get(item.id) ?? []), JSON.stringify(item)]);
  const get: RoadmapStore['get'] = (itemId) => currents.read(itemId, itemId);

  return {
    operations,
    get,

    async list() {
      const found = await Promise.all([...history.keys()].map(get));
      return found.flatMap((stored) => (stored === undefined ? [] : [stored.value]));
    },

    async create(item) {
      if (item.version !== 1) throw new RangeError('The first version of a roadmap item is 1');
      const created = await currents.create(item);
      if (created.created) keep(item);
      return created;
    },

    async replace(item, etag) {
      const stored = await get(item.id);
      if (stored?.etag !== etag) throw new VersionConflict('roadmap item');
      if (item.version !== stored.value.version + 1) throw new RangeError('The next version must be one more');
      const replaced = await currents.replace(item, etag);
      keep(item);
      return replaced;
    },

    async versions(itemId) {
      operations.queries += 1;
      return (history.get(itemId) ?? []).map((json) => JSON.parse(json) as RoadmapItem);
    },
  };
}
