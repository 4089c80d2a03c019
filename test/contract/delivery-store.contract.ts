import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/delivery-store.ts';
import { sampleDelivery, sampleSlice, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every DeliveryStore does. `open` may return a store that other tests have written to. */
export function describeDeliveryStore(name: string, open: () => Promise<DeliveryStore>): void {
  describe(`Delivery store, ${name}`, () => {
    let store: DeliveryStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<Delivery>(
      () => ({
        get: ({ broadcastId, personId }) => store.get(broadcastId, personId),
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
      assert.equal(await store.get(other.broadcastId, personId), undefined);
      await store.create(other);
      assert.deepEqual((await store.get(one.broadcastId, personId))?.value, one);
      assert.deepEqual((await store.get(other.broadcastId, personId))?.value, other);
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
        await store.recordOutcome(broadcastId, 1, outcome(2));
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
        assert.deepEqual(await store.outcomes(ulid()), new Map());
      });

      it('are noted by slice, each once however often', async () => {
        const broadcastId = ulid();
        await store.recordOutcome(broadcastId, 2, outcome(50));
        await store.recordOutcome(broadcastId, 2, outcome(50));
        await store.recordOutcome(broadcastId, 10_000, outcome(7));
        const expected = [
          [2, outcome(50)],
          [10_000, outcome(7)],
        ] as const;
        assert.deepEqual(await store.outcomes(broadcastId), new Map(expected));
      });

      it('are all kept when many slices finish at once', async () => {
        const broadcastId = ulid();
        const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
        await Promise.all(numbers.map((number) => store.recordOutcome(broadcastId, number, outcome(number))));
        const expected = numbers.map((number): [number, Outcome] => [number, outcome(number)]);
        assert.deepEqual(sorted(await store.outcomes(broadcastId)), expected);
      });

      it('of one broadcast are apart from those of another', async () => {
        const broadcastId = ulid();
        await store.recordOutcome(broadcastId, 1, outcome(1));
        assert.deepEqual(await store.outcomes(ulid()), new Map());
      });
    });
  });
}

function outcome(sent: number): Outcome {
  return { sent, unreachable: 1, failed: 0, cancelled: 0, reasons: { blocked: 1 } };
}

function sorted(outcomes: ReadonlyMap<number, Outcome>): [number, Outcome][] {
  return [...outcomes].toSorted(([one], [other]) => one - other);
}
