import assert from 'node:assert/strict';
import type { RoadmapItem } from '../../src/roadmap/roadmap-item.ts';
import type { RoadmapStore } from '../../src/roadmap/roadmap-store.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { awkwardText, sampleItem, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every RoadmapStore does. `open` may return a store that other tests have written to. */
export function describeRoadmapStore(name: string, open: () => Promise<RoadmapStore>): void {
  describe(`Roadmap store, ${name}`, () => {
    let store: RoadmapStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<RoadmapItem>(
      () => ({ get: ({ id }) => store.get(id), create: store.create, replace: store.replace }),
      {
        fresh: sampleItem,
        varied: () => [
          sampleItem({
            id: unique('offer-digidol-ŵ'),
            title: { en: awkwardText, cy: awkwardText },
            dependsOn: { en: 'the spending review' },
            contract: {
              contract: { en: 'Case management' },
              expires: '2028-03-31',
              nextStarts: { precision: 'unknown' },
              extensionOptions: { en: 'one year' },
            },
            risk: { en: 'Late' },
            victimsAndWitnesses: { en: 'Fewer delays' },
          }),
        ],
        rival: (item) => ({ ...item, maturity: 'confident' }),
        change: (item, mark) => ({ ...item, version: item.version + 1, summary: { en: mark } }),
      },
    );

    it('lists current versions in the order in which items were added', async () => {
      const items = [sampleItem({ id: unique('z') }), sampleItem({ id: unique('a') }), sampleItem({ id: unique('m') })];
      for (const item of items) await store.create(item);
      await store.create(items[0] ?? sampleItem());
      const changed = await change(store, items[1]?.id ?? '', 'changed');

      const ids = items.map(({ id }) => id);
      const listed = (await store.list()).filter(({ id }) => ids.includes(id));
      assert.deepEqual(listed, [items[0], changed, items[2]]);
    });

    it('lists every item of many that are created at once', async () => {
      const items = Array.from({ length: 12 }, () => sampleItem());
      await Promise.all(items.map((item) => store.create(item)));
      const listed = (await store.list()).map(({ id }) => id);
      for (const { id } of items) assert.equal(listed.filter((other) => other === id).length, 1);
    });

    it('keeps every version, oldest first', async () => {
      const item = sampleItem({ risk: { en: 'Late' } });
      await store.create(item);
      assert.deepEqual(await store.versions(item.id), [item]);
      const expected = [item];
      for (const summary of ['second', 'third', 'fourth', 'fifth']) {
        expected.push(await change(store, item.id, summary));
      }
      assert.deepEqual(await store.versions(item.id), expected);
    });

    it('knows no versions of an item that is not there', async () => {
      assert.deepEqual(await store.versions(unique('item')), []);
    });

    it('keeps the versions of one item apart from those of another', async () => {
      const [one, other] = [sampleItem(), sampleItem()];
      await store.create(one);
      await store.create(other);
      await change(store, one.id, 'second');
      assert.deepEqual(await store.versions(other.id), [other]);
    });

    it('keeps the winner only when two write the next version', async () => {
      const item = sampleItem();
      const { stored } = await store.create(item);
      const rivals = ['one', 'other'].map((text) => ({ ...item, version: 2, summary: { en: text } }));
      const results = await Promise.allSettled(rivals.map((rival) => store.replace(rival, stored.etag)));
      const winner = results.find((result) => result.status === 'fulfilled');
      assert(winner !== undefined);
      const third = await change(store, item.id, 'third');
      assert.deepEqual(await store.versions(item.id), [item, winner.value.value, third]);
    });

    it('keeps no version of a change that was refused', async () => {
      const item = sampleItem();
      const { stored } = await store.create(item);
      const second = await change(store, item.id, 'second');
      const late = { ...item, version: 2, summary: { en: 'late' } };
      await assert.rejects(store.replace(late, stored.etag), VersionConflict);
      assert.deepEqual(await store.versions(item.id), [item, second]);
    });

    it('refuses a version that is not the next', async () => {
      const item = sampleItem();
      await assert.rejects(store.create({ ...item, version: 2 }), RangeError);
      const { stored } = await store.create(item);
      for (const version of [0, 1, 3])
        await assert.rejects(store.replace({ ...item, version }, stored.etag), RangeError);
      assert.deepEqual(await store.versions(item.id), [item]);
    });
  });
}

async function change(store: RoadmapStore, itemId: string, summary: string): Promise<RoadmapItem> {
  const stored = await store.get(itemId);
  assert(stored !== undefined);
  const next = { ...stored.value, version: stored.value.version + 1, summary: { en: summary } };
  return (await store.replace(next, stored.etag)).value;
}
