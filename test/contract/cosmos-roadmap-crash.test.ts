import assert from 'node:assert/strict';
import type { Container } from '@azure/cosmos';
import { createCosmosRoadmapStore } from '../../src/cosmos/cosmos-roadmap-store.ts';
import type { RoadmapStore } from '../../src/roadmap/roadmap-store.ts';
import { cosmosBackends } from './cosmos-backend.ts';
import { sampleItem } from './samples.ts';

for (const { name, open } of cosmosBackends(process.env)) {
  describe(`Roadmap store after a crash, ${name}`, () => {
    let container: Container;
    let store: RoadmapStore;
    let close: () => Promise<void>;

    before(async () => {
      const opened = await open();
      close = opened.close;
      container = opened.database.container('roadmap');
      store = createCosmosRoadmapStore(container);
      await store.create(sampleItem());
    });
    after(() => close());

    async function addToIndex(itemId: string): Promise<void> {
      const { resource } = await container.item('current', 'index').read();
      await container.item('current', 'index').replace({ ...resource, itemIds: [...resource.itemIds, itemId] });
    }

    it('between the index and the item, there is no such item', async () => {
      const item = sampleItem();
      const before = await store.list();
      await addToIndex(item.id);
      assert.equal(await store.get(item.id), undefined);
      assert.deepEqual(await store.versions(item.id), []);
      assert.deepEqual(await store.list(), before);
    });

    it('between the index and the item, creating again completes it, once, in its first place', async () => {
      const [cut, later] = [sampleItem(), sampleItem()];
      await addToIndex(cut.id);
      await store.create(later);
      const { created } = await store.create(cut);
      assert.equal(created, true);
      assert.deepEqual(await store.versions(cut.id), [cut]);
      const ids = (await store.list()).map(({ id }) => id);
      assert.deepEqual(ids.slice(-2), [cut.id, later.id]);
      assert.equal(new Set(ids).size, ids.length);
    });

    it('between the copy and the next version, nothing has changed and the next change goes through', async () => {
      const item = sampleItem();
      const { stored } = await store.create(item);
      await container.items.create({ ...item, id: 'v0001', itemId: item.id });
      assert.deepEqual(await store.get(item.id), stored);
      assert.deepEqual(await store.versions(item.id), [item]);

      const second = { ...item, version: 2, maturity: 'confident' } as const;
      await store.replace(second, stored.etag);
      assert.deepEqual(await store.versions(item.id), [item, second]);
      assert.equal((await store.list()).filter(({ id }) => id === item.id).length, 1);
    });

    it('keeps the name of the index for itself', async () => {
      await assert.rejects(store.create(sampleItem({ id: 'index' })), RangeError);
      assert.equal(await store.get('index'), undefined);
      assert.deepEqual(await store.versions('index'), []);
    });
  });
}
