import assert from 'node:assert/strict';
import type { PaceStore, SenderClaim } from '../../src/delivery/pace-store.ts';
import { unique } from './samples.ts';

/** What every PaceStore does. `open` opens the store of one tenant, which other tests may have written to. */
export function describePaceStore(name: string, open: (tenant: string) => Promise<PaceStore>): void {
  describe(`Pace store, ${name}`, () => {
    let store: PaceStore;

    beforeEach(async () => {
      store = await open(unique('tenant'));
    });

    const claim = (overrides: Partial<SenderClaim> = {}): SenderClaim => ({
      senderId: unique('sender'),
      beat: 2 ** 40,
      perSecond: 17,
      ...overrides,
    });
    const stored = async () =>
      (await store.claims()).toSorted((one, other) => (one.senderId < other.senderId ? -1 : 1));

    it('has no claims before one is written', async () => {
      assert.deepEqual(await store.claims(), []);
    });

    it('gives back every claim exactly as it was written', async () => {
      const claims = [claim(), claim({ perSecond: 0.4 }), claim({ senderId: unique('replica_1.uk south (2)') })];
      for (const each of claims) await store.put(each);
      assert.deepEqual(
        await stored(),
        claims.toSorted((one, other) => (one.senderId < other.senderId ? -1 : 1)),
      );
    });

    it('keeps the last claim of a sender, whatever stood there', async () => {
      const first = claim();
      for (const beat of [1, 2, 3]) await store.put({ ...first, beat, perSecond: 50 / beat });
      assert.deepEqual(await store.claims(), [{ ...first, beat: 3, perSecond: 50 / 3 }]);
    });

    it('keeps the claims of senders that write at the same time', async () => {
      const claims = Array.from({ length: 8 }, (_, beat) => claim({ beat }));
      await Promise.all(claims.map((each) => store.put(each)));
      assert.equal((await store.claims()).length, claims.length);
    });

    it('removes one claim, and nothing where there is none', async () => {
      const [one, other] = [claim(), claim()];
      await store.put(one);
      await store.put(other);
      await store.remove(one.senderId);
      await store.remove(one.senderId);
      assert.deepEqual(await store.claims(), [other]);
      await store.put(one);
      assert.equal((await store.claims()).length, 2);
    });

    it('keeps tenants apart', async () => {
      const mine = claim();
      await store.put(mine);
      const elsewhere = await open(unique('tenant'));
      assert.deepEqual(await elsewhere.claims(), []);
      await elsewhere.put({ ...mine, perSecond: 1 });
      await elsewhere.remove(mine.senderId);
      assert.deepEqual(await store.claims(), [mine]);
    });
  });
}
