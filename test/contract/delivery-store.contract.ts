import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/delivery-store.ts';
import { sampleDelivery, sampleSlice, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

const at = '2026-11-24T10:00:00.000Z';

/** What every DeliveryStore does. `open` may return a store that other tests have written to. */
export function describeDeliveryStore(name: string, open: () => Promise<DeliveryStore>): void {
  describe(`Delivery store, ${name}`, () => {
    let store: DeliveryStore;
    const outcomesOf = async (broadcastId: string) => (await store.progress(broadcastId, 'send')).outcomes;

    before(async () => {
      store = await open();
    });

    describeSingleItems<Delivery>(
      () => ({
        get: ({ broadcastId, run, personId }) => store.get(broadcastId, run, personId),
        create: store.create,
        replace: store.replace,
      }),
      {
        fresh: sampleDelivery,
        varied: () => [
          sampleDelivery({
            personId: unique('Siân Ŵ'),
            state: 'sent',
            message: { serviceUrl: 'https://smba.example/uk/', conversationId: 'a:1', activityId: '1:2' },
            site: 'Yr Wyddgrug',
            role: 'digital',
            language: 'cy',
          }),
          sampleDelivery({ state: 'unreachable', reason: 'blocked' }),
        ],
        rival: (delivery) => ({ ...delivery, area: 'north-west' }),
        change: (delivery, mark) => ({ ...delivery, attempts: delivery.attempts + 1, at: mark }),
      },
    );

    it('keeps the same person of two broadcasts apart', async () => {
      const personId = unique('person');
      const [one, other] = [sampleDelivery({ personId }), sampleDelivery({ personId, state: 'sent' })];
      await store.create(one);
      assert.equal(await store.get(other.broadcastId, 'send', personId), undefined);
      await store.create(other);
      assert.deepEqual((await store.get(one.broadcastId, 'send', personId))?.value, one);
      assert.deepEqual((await store.get(other.broadcastId, 'send', personId))?.value, other);
    });

    describe('slices', () => {
      it('are created once and stay as they are', async () => {
        const slice = sampleSlice(ulid(), 1);
        const first = await store.createSlice(slice);
        assert.equal(first.created, true);
        assert.deepEqual(first.stored.value, slice);
        const second = await store.createSlice({ ...slice, recipients: [] });
        assert.equal(second.created, false);
        assert.deepEqual(second.stored, first.stored);
        assert.deepEqual(await store.getSlice(slice.broadcastId, 1), slice);
      });

      it('are created once when many create the same', async () => {
        const slice = sampleSlice(ulid(), 7);
        const results = await Promise.all(Array.from({ length: 8 }, () => store.createSlice(slice)));
        assert.equal(results.filter(({ created }) => created).length, 1);
      });

      it('are found by number and broadcast only', async () => {
        const slice = sampleSlice(ulid(), 2);
        await store.createSlice(slice);
        assert.equal(await store.getSlice(slice.broadcastId, 1), undefined);
        assert.equal(await store.getSlice(ulid(), 2), undefined);
      });

      it('are listed in order of number, without the deliveries, the outcomes and other broadcasts', async () => {
        const broadcastId = ulid();
        const numbers = [10, 2, 10_000, 9_999, 1, 123];
        for (const number of numbers) await store.createSlice(sampleSlice(broadcastId, number));
        await store.createSlice(sampleSlice(ulid(), 3));
        await store.create(sampleDelivery({ broadcastId }));
        await store.recordOutcome(broadcastId, 'send', 1, outcome(2), at);
        const listed = await store.slices(broadcastId);
        assert.deepEqual(
          listed.map(({ number }) => number),
          [1, 2, 10, 123, 9_999, 10_000],
        );
        for (const slice of listed) assert.deepEqual(slice, await store.getSlice(broadcastId, slice.number));
        assert.deepEqual(await store.slices(ulid()), []);
      });
    });

    describe('outcomes', () => {
      it('are none before one is noted', async () => {
        assert.deepEqual(await outcomesOf(ulid()), new Map());
      });

      it('are noted by slice, each once however often', async () => {
        const broadcastId = ulid();
        await store.recordOutcome(broadcastId, 'send', 2, outcome(50), at);
        await store.recordOutcome(broadcastId, 'send', 2, outcome(50), at);
        await store.recordOutcome(broadcastId, 'send', 10_000, outcome(7), at);
        const expected = [
          [2, outcome(50)],
          [10_000, outcome(7)],
        ] as const;
        assert.deepEqual(await outcomesOf(broadcastId), new Map(expected));
      });

      it('are all kept when many slices finish at once', async () => {
        const broadcastId = ulid();
        const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
        await Promise.all(
          numbers.map((number) => store.recordOutcome(broadcastId, 'send', number, outcome(number), at)),
        );
        const expected = numbers.map((number): [number, Outcome] => [number, outcome(number)]);
        assert.deepEqual(sorted(await outcomesOf(broadcastId)), expected);
      });

      it('of one pass are apart from those of another, and so are deliveries', async () => {
        const broadcastId = ulid();
        await store.recordOutcome(broadcastId, 'remind-1', 1, outcome(3), at);
        assert.deepEqual(await outcomesOf(broadcastId), new Map());
        assert.deepEqual((await store.progress(broadcastId, 'remind-1')).outcomes, new Map([[1, outcome(3)]]));
        const first = sampleDelivery({ broadcastId });
        const reminder = { ...first, run: 'remind-1', state: 'skipped', reason: 'answered' } as const;
        await store.create(first);
        assert.equal((await store.create(reminder)).created, true);
        assert.deepEqual((await store.get(broadcastId, 'remind-1', first.personId))?.value, reminder);
        assert.deepEqual((await store.get(broadcastId, 'send', first.personId))?.value, first);
      });

      it('can be forgotten, and waits noted, each with its time', async () => {
        const broadcastId = ulid();
        assert.equal((await store.progress(broadcastId, 'send')).at, undefined);
        await store.recordOutcome(broadcastId, 'send', 1, outcome(1), at);
        await store.recordOutcome(broadcastId, 'send', 2, outcome(2), at);
        const later = '2026-11-24T10:05:00.000Z';
        await store.forgetOutcome(broadcastId, 'send', 1, later);
        const until = '2026-11-25T10:00:00.000Z';
        await store.recordWait(broadcastId, 'send', 3, until, later);
        assert.deepEqual(await store.progress(broadcastId, 'send'), {
          outcomes: new Map([[2, outcome(2)]]),
          waits: new Map([[3, until]]),
          at: later,
        });
      });

      it('stay as they are when the pass is touched, before the first and after', async () => {
        const broadcastId = ulid();
        await store.touch(broadcastId, 'send', at);
        assert.deepEqual(await store.progress(broadcastId, 'send'), { outcomes: new Map(), waits: new Map(), at });
        await store.recordOutcome(broadcastId, 'send', 1, outcome(1), at);
        const later = '2026-11-24T10:05:00.000Z';
        await store.touch(broadcastId, 'send', later);
        const expected = { outcomes: new Map([[1, outcome(1)]]), waits: new Map(), at: later };
        assert.deepEqual(await store.progress(broadcastId, 'send'), expected);
      });

      it('stay when all people of the broadcast are removed, a part at a time', async () => {
        const [broadcastId, other] = [ulid(), ulid()];
        await store.recordOutcome(broadcastId, 'send', 1, outcome(1), at);
        const slices = [sampleSlice(broadcastId, 1), sampleSlice(broadcastId, 2)];
        const deliveries = Array.from({ length: 4 }, () => sampleDelivery({ broadcastId }));
        const reminded = deliveries.map((delivery) => ({ ...delivery, run: 'remind-1' }) as const);
        for (const slice of [...slices, sampleSlice(other, 1)]) await store.createSlice(slice);
        for (const delivery of [...deliveries, ...reminded]) await store.create(delivery);
        const apart = sampleDelivery({ broadcastId: other });
        await store.create(apart);

        for (const limit of [0, 1001, 2.5]) await assert.rejects(store.removePeople(broadcastId, limit), RangeError);
        assert.deepEqual(await store.removePeople(broadcastId, 7), { removed: 7, more: true });
        assert.deepEqual(await store.removePeople(broadcastId, 7), { removed: 3, more: false });
        assert.deepEqual(await store.removePeople(broadcastId, 7), { removed: 0, more: false });
        assert.deepEqual(await store.slices(broadcastId), []);
        for (const { run, personId } of [...deliveries, ...reminded]) {
          assert.equal(await store.get(broadcastId, run, personId), undefined);
        }
        assert.deepEqual(await outcomesOf(broadcastId), new Map([[1, outcome(1)]]));
        assert.deepEqual((await store.get(other, 'send', apart.personId))?.value, apart);
        assert.equal((await store.slices(other)).length, 1);
      });

      it('of one broadcast are apart from those of another', async () => {
        const broadcastId = ulid();
        await store.recordOutcome(broadcastId, 'send', 1, outcome(1), at);
        assert.deepEqual(await outcomesOf(ulid()), new Map());
      });
    });
  });
}

function outcome(sent: number): Outcome {
  const none = { failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0 };
  return { ...none, sent, unreachable: 1, reasons: { blocked: 1 } };
}

function sorted(outcomes: ReadonlyMap<number, Outcome>): [number, Outcome][] {
  return [...outcomes].toSorted(([one], [other]) => one - other);
}
