import assert from 'node:assert/strict';
import type { PeopleFilter, PeopleStore } from '../../src/people/people-store.ts';
import type { Person } from '../../src/people/person.ts';
import { awkwardText, samplePerson, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every PeopleStore does. `open` may return a store that other tests have written to. */
export function describePeopleStore(name: string, open: () => Promise<PeopleStore>): void {
  describe(`People store, ${name}`, () => {
    let store: PeopleStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<Person>(
      () => ({ get: ({ id }) => store.get(id), create: store.create, replace: store.replace }),
      {
        fresh: samplePerson,
        varied: () => [
          samplePerson({
            id: unique('Siân Ŵ 日本 %20 +'),
            name: awkwardText,
            area: 'cymru-wales',
            site: 'Caerdydd',
            role: 'operational-delivery',
            language: 'cy',
            duties: { leads: ['cymru-wales', 'wessex'], roadmapOwner: true },
            reach: { state: 'reachable', chat: { serviceUrl: 'https://smba.example/uk/', conversationId: 'a:1' } },
          }),
          samplePerson({
            reach: { state: 'unreachable', reason: 'blocked', chat: { serviceUrl: '', conversationId: 'a:2' } },
          }),
        ],
        rival: (person) => ({ ...person, area: 'north-west' }),
        change: (person, mark) => ({ ...person, name: mark }),
      },
    );

    it('finds nobody under an id that cannot be one', async () => {
      for (const id of ['', 'a/b', 'a\\b', 'a?b', 'a#b', 'x'.repeat(2000)])
        assert.equal(await store.get(id), undefined);
    });

    it('finds those who own the roadmap now', async () => {
      const owner = samplePerson({ duties: { leads: [], roadmapOwner: true } });
      const lead = samplePerson({ duties: { leads: ['wessex'], roadmapOwner: false, administrator: true } });
      const { stored } = await store.create(owner);
      await store.create(lead);
      const found = async () => (await store.roadmapOwners()).filter(({ id }) => [owner.id, lead.id].includes(id));
      assert.deepEqual(await found(), [owner]);
      await store.replace({ ...owner, duties: lead.duties }, stored.etag);
      assert.deepEqual(await found(), []);
    });

    describe('over areas', () => {
      const [north, south, empty] = [unique('north'), unique('south'), unique('empty')] as const;
      const ids = Array.from({ length: 9 }, () => unique('page')).toSorted();

      before(async () => {
        for (const [index, id] of ids.entries()) {
          const chat = { serviceUrl: 'https://smba.example/uk/', conversationId: `a:${index}` };
          const reach: Person['reach'] =
            index < 4 ? { state: 'reachable', chat } : { state: 'unreachable', reason: 'uninstalled', chat };
          await store.create(samplePerson({ id, area: index % 3 === 0 ? south : north, reach }));
        }
      });

      it('counts all and the reachable ones', async () => {
        assert.deepEqual(await store.count({ areas: [north] }), { total: 6, reachable: 2 });
        assert.deepEqual(await store.count({ areas: [north, south, empty] }), { total: 9, reachable: 4 });
        assert.deepEqual(await store.count({ areas: [empty] }), { total: 0, reachable: 0 });
        assert.deepEqual(await store.count({ areas: [] }), { total: 0, reachable: 0 });
      });

      it('counts everybody', async () => {
        const before = await store.count({ areas: 'all' });
        await store.create(samplePerson());
        assert.deepEqual(await store.count({ areas: 'all' }), { ...before, total: before.total + 1 });
      });

      it('counts a person where they are now', async () => {
        const [from, to] = [unique('from'), unique('to')];
        const person = samplePerson({ area: from });
        const { stored } = await store.create(person);
        await store.replace({ ...person, area: to }, stored.etag);
        assert.equal((await store.count({ areas: [from] })).total, 0);
        assert.equal((await store.count({ areas: [to] })).total, 1);
      });

      it('pages in the order of ids, whole people, with nothing of its own', async () => {
        const page = await store.page({ areas: [north, south] }, 1000);
        assert.deepEqual(
          page.people.map(({ id }) => id),
          ids,
        );
        for (const person of page.people) assert.deepEqual(person, (await store.get(person.id))?.value);
        assert.equal('next' in page, false);
      });

      it('pages without overlap or gap, whatever the size', async () => {
        for (const limit of [1, 2, 4, 8, 9, 10]) {
          const pages = await allPages(store, { areas: [south, north] }, limit);
          assert.deepEqual(pages.flat(), ids);
          assert.equal(pages.length, Math.ceil(ids.length / limit));
        }
      });

      it('answers an empty page where nobody is', async () => {
        assert.deepEqual(await store.page({ areas: [empty] }, 10), { people: [] });
        assert.deepEqual(await store.page({ areas: [] }, 10), { people: [] });
      });

      it('goes on after an id that is not there any more', async () => {
        const page = await store.page({ areas: [north, south] }, 2, `${ids[3]}-gone`);
        assert.deepEqual(
          page.people.map(({ id }) => id),
          ids.slice(4, 6),
        );
      });

      it('shows those who come later if their ids do, and repeats nobody', async () => {
        const area = unique('growing');
        for (const id of ['b', 'd', 'f']) await store.create(samplePerson({ id: `${area}-${id}`, area }));
        const first = await store.page({ areas: [area] }, 2);
        await store.create(samplePerson({ id: `${area}-a`, area }));
        await store.create(samplePerson({ id: `${area}-e`, area }));
        const second = await store.page({ areas: [area] }, 2, first.next);
        assert.deepEqual(
          second.people.map(({ id }) => id),
          [`${area}-e`, `${area}-f`],
        );
        assert.equal(second.next, undefined);
      });

      it('leaves out those who moved away between pages', async () => {
        const area = unique('shrinking');
        for (const id of ['b', 'd', 'f']) await store.create(samplePerson({ id: `${area}-${id}`, area }));
        const first = await store.page({ areas: [area] }, 1);
        const moved = await store.get(`${area}-d`);
        assert(moved !== undefined);
        await store.replace({ ...moved.value, area: unique('elsewhere') }, moved.etag);
        const second = await store.page({ areas: [area] }, 1, first.next);
        assert.deepEqual(
          second.people.map(({ id }) => id),
          [`${area}-f`],
        );
      });

      it('pages everybody', async () => {
        const everybody = (await allPages(store, { areas: 'all' }, 7)).flat();
        assert.equal(new Set(everybody).size, everybody.length);
        assert.equal(everybody.length, (await store.count({ areas: 'all' })).total);
        for (const id of ids) assert(everybody.includes(id));
      });

      it('refuses pages of no or more than 1,000 people', async () => {
        for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
          await assert.rejects(store.page({ areas: 'all' }, limit), RangeError);
        }
      });
    });
  });
}

async function allPages(store: PeopleStore, filter: PeopleFilter, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await store.page(filter, limit, after);
    pages.push(page.people.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return pages;
}
