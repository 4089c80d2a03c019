import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Participation, ParticipationStore } from '../../src/responses/participation-store.ts';
import { sampleParticipation } from './samples.ts';

/** What every ParticipationStore does. `open` may return a store that other tests have written to. */
export function describeParticipationStore(name: string, open: () => Promise<ParticipationStore>): void {
  describe(`Participation store, ${name}`, () => {
    let store: ParticipationStore;

    before(async () => {
      store = await open();
    });

    const get = ({ broadcastId, personId }: Participation) => store.get(broadcastId, personId);

    it('gives back what was stored, of this prompt and person only', async () => {
      const participation = sampleParticipation();
      assert.equal(await get(participation), undefined);
      const { created, stored } = await store.create(participation);
      assert.equal(created, true);
      assert.deepEqual(stored.value, participation);
      assert.deepEqual(await get(participation), participation);
      assert.equal(await store.get(participation.broadcastId, 'somebody else'), undefined);
      assert.equal(await store.get(ulid(), participation.personId), undefined);
    });

    it('keeps the first claim, however many make one at the same time', async () => {
      const { broadcastId, personId } = sampleParticipation();
      const claims = Array.from({ length: 12 }, () => sampleParticipation({ broadcastId, personId }));
      const results = await Promise.all(claims.map((claim) => store.create(claim)));
      const winner = results.find(({ created }) => created)?.stored.value;
      assert.equal(results.filter(({ created }) => created).length, 1);
      for (const { stored } of results) assert.deepEqual(stored.value, winner);
    });

    it('removes what has this claim, and nothing else', async () => {
      const participation = sampleParticipation();
      const { broadcastId, personId, claim } = participation;
      await store.create(participation);
      await store.remove(broadcastId, personId, sampleParticipation().claim);
      assert.deepEqual(await get(participation), participation);
      await store.remove(broadcastId, personId, claim);
      assert.equal(await get(participation), undefined);
      await store.remove(broadcastId, personId, claim);
      const next = sampleParticipation({ broadcastId, personId });
      assert.equal((await store.create(next)).created, true);
    });

    it('is the same after a touch, and a touch makes nothing', async () => {
      const participation = sampleParticipation();
      await store.touch(participation.broadcastId, participation.personId);
      assert.equal(await get(participation), undefined);
      await store.create(participation);
      await Promise.all(
        Array.from({ length: 4 }, () => store.touch(participation.broadcastId, participation.personId)),
      );
      assert.deepEqual(await get(participation), participation);
      await store.remove(participation.broadcastId, participation.personId, participation.claim);
      assert.equal(await get(participation), undefined);
    });

    it('pages in the order of person ids, without overlap or gap', async () => {
      const broadcastId = ulid();
      const all = Array.from({ length: 7 }, () => sampleParticipation({ broadcastId }));
      await Promise.all([...all, sampleParticipation()].map((each) => store.create(each)));
      const inOrder = all.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
      for (const limit of [1, 3, 7, 8, 1000]) {
        const found: Participation[] = [];
        let after: string | undefined;
        do {
          const page = await store.page(broadcastId, limit, after);
          assert.ok(page.participations.length <= limit);
          found.push(...page.participations);
          after = page.next;
        } while (after !== undefined);
        assert.deepEqual(found, inOrder);
      }
      assert.deepEqual(await store.page(ulid(), 5), { participations: [] });
      for (const limit of [0, 1001]) await assert.rejects(store.page(broadcastId, limit), RangeError);
    });

    it('removes all of a prompt, a part at a time', async () => {
      const broadcastId = ulid();
      const other = sampleParticipation();
      const all = Array.from({ length: 5 }, () => sampleParticipation({ broadcastId }));
      await Promise.all([...all, other].map((each) => store.create(each)));
      assert.deepEqual(await store.removeSome(broadcastId, 3), { removed: 3, more: true });
      assert.deepEqual(await store.removeSome(broadcastId, 3), { removed: 2, more: false });
      assert.deepEqual(await store.page(broadcastId, 5), { participations: [] });
      assert.deepEqual(await get(other), other);
    });
  });
}
