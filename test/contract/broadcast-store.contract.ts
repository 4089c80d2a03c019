import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { BroadcastStore } from '../../src/broadcasts/broadcast-store.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { awkwardText, sampleBroadcast } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every BroadcastStore does. `open` may return a store that other tests have written to. */
export function describeBroadcastStore(name: string, open: () => Promise<BroadcastStore>): void {
  describe(`Broadcast store, ${name}`, () => {
    let store: BroadcastStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<Broadcast>(
      () => ({ get: ({ id }) => store.get(id), create: store.create, replace: store.replace }),
      {
        fresh: sampleBroadcast,
        varied: () => [
          sampleBroadcast({
            content: {
              kind: 'prompt',
              title: { en: awkwardText, cy: awkwardText },
              body: { en: awkwardText },
              itemId: 'future-casework-tools',
              privacy: 'confidential',
              questions: [
                {
                  id: 'q1',
                  kind: 'one-choice',
                  text: { en: 'Which?' },
                  required: true,
                  options: [{ id: 'o1', text: { en: 'This', cy: 'Hwn' } }],
                },
              ],
              deadline: { date: '2026-12-04', time: '17:00', zone: 'Europe/London' },
            },
            audience: { areas: ['cymru-wales', 'wessex'] },
            state: 'sending',
            confirmed: { at: '2026-11-23T10:00:00.000Z', audienceSize: 7597 },
            plan: { slices: 12, recipients: 600, complete: false, cursor: 'page after ŵ' },
            progressCard: { serviceUrl: 'https://smba.example/uk/', conversationId: 'a:1', activityId: '1' },
          }),
        ],
        rival: (broadcast) => ({ ...broadcast, audience: { areas: ['wessex'] } }),
        change: (broadcast, mark) => ({ ...broadcast, state: 'cancelled', author: mark }),
      },
    );

    it('finds nothing under an id that is no ULID', async () => {
      for (const id of ['', 'none', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', '../x', ulid().toLowerCase()]) {
        assert.equal(await store.get(id), undefined);
      }
    });

    it('lists a month, newest first, and nothing of the months beside it', async () => {
      const year = 2100 + Math.floor(Math.random() * 5000);
      const at = (time: string) => sampleBroadcast({ id: ulid(Date.parse(`${year}-${time}`)) });
      const last = at('01-31T23:59:59.999Z');
      const inMonth = [at('02-01T00:00:00.000Z'), at('02-14T12:00:00.000Z'), at('02-28T23:59:59.999Z')];
      const next = at('03-01T00:00:00.000Z');
      for (const broadcast of [inMonth[1], next, inMonth[0], last, inMonth[2]]) {
        assert(broadcast !== undefined);
        await store.create(broadcast);
      }
      assert.deepEqual(await store.listMonth(`${year}-02`), inMonth.toReversed());
      assert.deepEqual(await store.listMonth(`${year}-01`), [last]);
      assert.deepEqual(await store.listMonth(`${year}-03`), [next]);
      assert.deepEqual(await store.listMonth(`${year}-04`), []);
    });

    it('lists those of a month of which people’s data is still held, as they stand now', async () => {
      const month = `${2100 + Math.floor(Math.random() * 5000)}-04`;
      const made = (day: string, cleared?: Broadcast['cleared']) =>
        sampleBroadcast({ id: ulid(Date.parse(`${month}-${day}T09:00:00Z`)), ...(cleared && { cleared }) });
      const since = { since: '2026-11-23T09:00:00.000Z', asked: { wessex: 7 } };
      const [first, begun, done, last] = [
        made('01'),
        made('02', since),
        made('03', { ...since, done: true }),
        made('04'),
      ];
      for (const broadcast of [first, begun, done, last]) await store.create(broadcast);
      const listed = await store.listHolding(month);
      assert.deepEqual(
        listed.map(({ value }) => value),
        [last, begun, first],
      );
      const [newest] = listed;
      assert.ok(newest !== undefined);
      await store.replace({ ...newest.value, cleared: { ...since, done: true } }, newest.etag);
      assert.deepEqual(
        (await store.listHolding(month)).map(({ value }) => value),
        [begun, first],
      );
    });

    it('removes one broadcast for good, if it is as it was read', async () => {
      const [stays, goes] = [sampleBroadcast(), sampleBroadcast()];
      await store.create(stays);
      const { stored } = await store.create(goes);
      const changed = await store.replace({ ...goes, author: 'somebody' }, stored.etag);
      await assert.rejects(store.remove(goes.id, stored.etag), VersionConflict);
      assert.deepEqual((await store.get(goes.id))?.value, changed.value);
      await store.remove(goes.id, changed.etag);
      assert.equal(await store.get(goes.id), undefined);
      await store.remove(goes.id, changed.etag);
      assert.deepEqual((await store.get(stays.id))?.value, stays);
    });

    it('lists in order those that were made in the same millisecond, as they stand now', async () => {
      const year = 2100 + Math.floor(Math.random() * 5000);
      const time = Date.parse(`${year}-06-01T08:00:00.000Z`);
      const made = Array.from({ length: 5 }, () => sampleBroadcast({ id: ulid(time) }));
      await Promise.all(made.map((broadcast) => store.create(broadcast)));
      const newestFirst = made.toSorted((one, other) => (one.id < other.id ? 1 : -1));
      assert.deepEqual(await store.listMonth(`${year}-06`), newestFirst);

      const first = newestFirst[0] ?? sampleBroadcast();
      const stored = await store.get(first.id);
      const sent: Broadcast = { ...first, state: 'sent' };
      await store.replace(sent, stored?.etag ?? '');
      assert.deepEqual((await store.listMonth(`${year}-06`))[0], sent);
    });
  });
}
