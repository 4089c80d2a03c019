import assert from 'node:assert/strict';
import type { Container, ItemDefinition, Resource } from '@azure/cosmos';
import { ulid } from 'ulid';
import { createCosmosResponseStore } from '../../src/cosmos/cosmos-response-store.ts';
import { type Response, respondents } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { changeStored, VersionConflict } from '../../src/storage/versioned.ts';
import { cosmosBackends } from './cosmos-backend.ts';
import { sampleAnonymousResponse } from './samples.ts';

for (const { name, open } of cosmosBackends(process.env)) {
  describe(`Anonymous responses as they lie on ${name}`, () => {
    let container: Container;
    let store: ResponseStore;
    let close: () => Promise<void>;

    before(async () => {
      const opened = await open();
      close = opened.close;
      container = opened.database.container('responses');
      store = createCosmosResponseStore(container);
    });
    after(() => close());

    async function itemsOf({ broadcastId, respondentId }: Response): Promise<(ItemDefinition & Resource)[]> {
      const ids = ['a', 'b'].map((side) => `${respondentId}~${side}`);
      const found = await Promise.all(
        ids.map((id) => container.item(id, broadcastId).read<ItemDefinition & Resource>()),
      );
      return found.flatMap(({ resource }) => resource ?? []);
    }

    /** Leaves what a crash leaves after making a copy, and after noting that the response has moved to it. */
    async function leave(response: Response, what: 'copy' | 'copy and note' | 'note'): Promise<void> {
      const [item, ...others] = await itemsOf(response);
      assert.ok(item !== undefined && others.length === 0);
      const { broadcastId, respondentId } = response;
      const side = String(item.id).endsWith('a') ? 'b' : 'a';
      const hidden = what === 'note' ? {} : { hidden: true };
      await container.items.create({ ...item, id: `${respondentId}~${side}`, made: 'copied', ...hidden });
      if (what === 'copy') return;
      const note = { id: item.id, broadcastId, respondentId, movedTo: 'copied', uncounted: false };
      await container.item(String(item.id), broadcastId).replace(note);
    }

    const get = ({ broadcastId, respondentId }: Response) => store.get(broadcastId, respondentId);
    const counted = (response: Response): Response => ({
      ...response,
      counted: { batch: 1, answers: response.answers, groups: { [respondents]: {} } },
    });
    const withText = (response: Response, text: string): Response => ({
      ...response,
      revision: response.revision + 1,
      answers: { q1: { kind: 'free-text', text } },
    });

    it('are made anew as other items, under either id, and nothing of the old ones stays', async () => {
      const response = sampleAnonymousResponse();
      let { stored } = await store.create(response);
      const [first] = await itemsOf(response);
      const [ids, numbers, marks] = [new Set<unknown>(), new Set<unknown>(), new Set<unknown>()];
      for (let time = 0; time < 25; time += 1) {
        stored = await store.rewrite(stored.value, stored.etag);
        const [item, ...others] = await itemsOf(response);
        assert.deepEqual(others, []);
        assert.ok(item !== undefined);
        ids.add(item.id);
        numbers.add(item._rid);
        marks.add(item.made);
        const { id: _id, made: _made, uncounted: _uncounted, _ts, _rid, _self, _etag, _attachments, ...own } = item;
        assert.deepEqual(own, response);
      }
      assert.equal(ids.size, 2, 'by chance under one of them, every time, once in sixteen million runs');
      assert.equal(numbers.size, 25);
      assert.equal(marks.size, 25);
      assert.ok(!numbers.has(first?._rid) && !marks.has(first?.made));
    });

    for (const what of ['copy', 'copy and note', 'note'] as const) {
      describe(`of which a crash left a ${what}`, () => {
        let response: Response;

        beforeEach(async () => {
          response = sampleAnonymousResponse();
          await store.create(response);
          await leave(response, what);
        });

        it('are what they were, once, to all who read them', async () => {
          const stored = await get(response);
          assert.deepEqual(stored?.value, response);
          assert.deepEqual(await store.page(response.broadcastId, 10), { responses: [response] });
          assert.deepEqual(await store.uncounted(response.broadcastId, 10), [stored]);
          assert.deepEqual(await store.create(response), { created: false, stored });
        });

        it('can be changed, and made anew, which leaves nothing of it', async () => {
          const stored = await get(response);
          assert.ok(stored !== undefined);
          const changed = await store.replace(withText(response, 'changed'), stored.etag);
          assert.deepEqual(await get(response), changed);
          assert.deepEqual(await store.page(response.broadcastId, 10), { responses: [changed.value] });
          const numbers = (await itemsOf(response)).map(({ _rid }) => _rid);
          const anew = await store.rewrite(changed.value, changed.etag);
          const [item, ...others] = await itemsOf(response);
          assert.deepEqual(others, []);
          assert.ok(!numbers.includes(item?._rid ?? ''));
          assert.deepEqual(await get(response), anew);
        });

        it('can be removed, and then given anew', async () => {
          const stored = await get(response);
          await store.remove(response.broadcastId, response.respondentId, stored?.etag ?? '');
          assert.equal(await get(response), undefined);
          assert.deepEqual(await store.page(response.broadcastId, 10), { responses: [] });
          assert.deepEqual(await store.uncounted(response.broadcastId, 10), []);
          const again = await store.create(withText(response, 'again')).catch((error: unknown) => {
            assert.ok(error instanceof VersionConflict);
            return store.create(withText(response, 'again'));
          });
          assert.equal(again.created, true);
          assert.deepEqual(await get(response), again.stored);
        });
      });
    }

    it('are not uncounted because of a copy that a crash left, which hides nobody behind it', async () => {
      const broadcastId = ulid();
      const [one, other, last] = Array.from({ length: 3 }, () => sampleAnonymousResponse({ broadcastId })).toSorted(
        (some, more) => (some.respondentId < more.respondentId ? -1 : 1),
      );
      assert.ok(one !== undefined && other !== undefined && last !== undefined);
      for (const response of [one, other]) {
        const { stored } = await store.create(response);
        await leave(response, 'copy');
        await store.replace(counted(response), stored.etag);
      }
      const { stored } = await store.create(last);
      for (const limit of [1, 2, 3, 10]) assert.deepEqual(await store.uncounted(broadcastId, limit), [stored]);
      for (const limit of [1, 2, 3, 10]) {
        const found: Response[] = [];
        let after: string | undefined;
        do {
          const { responses, next } = await store.page(broadcastId, limit, after);
          found.push(...responses);
          after = next;
        } while (after !== undefined);
        assert.deepEqual(found, [counted(one), counted(other), last]);
      }
    });

    it('lose no change while they are made anew', async () => {
      const response = sampleAnonymousResponse({ answers: {} });
      await store.create(response);
      let made = 0;
      const running = { changes: true };
      const makeAnew = async () => {
        while (running.changes) {
          const stored = await get(response);
          if (stored === undefined) continue;
          try {
            await store.rewrite(stored.value, stored.etag);
            made += 1;
          } catch (error) {
            if (!(error instanceof VersionConflict)) throw error;
          }
        }
      };
      const change = async (mark: string): Promise<void> => {
        for (;;) {
          try {
            const changed = await changeStored(
              () => get(response),
              store.replace,
              (value) => ({ ...value, answers: { ...value.answers, [mark]: { kind: 'scale', value: 1 } as const } }),
            );
            if (changed !== undefined) return;
          } catch (error) {
            if (!(error instanceof VersionConflict)) throw error;
          }
        }
      };
      const making = makeAnew();
      const marks = Array.from({ length: 60 }, (_, index) => `q${index}`);
      for (let from = 0; from < marks.length; from += 3) await Promise.all(marks.slice(from, from + 3).map(change));
      running.changes = false;
      await making;
      assert.ok(made > 0);
      assert.deepEqual(Object.keys((await get(response))?.value.answers ?? {}).toSorted(), marks.toSorted());
      assert.equal((await store.page(response.broadcastId, 10)).responses.length, 1);
    });
  });
}
