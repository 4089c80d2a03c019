import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { type Counted, type Response, respondents } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { awkwardText, sampleAnonymousResponse, sampleResponse, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every ResponseStore does. `open` may return a store that other tests have written to. */
export function describeResponseStore(name: string, open: () => Promise<ResponseStore>): void {
  describe(`Response store, ${name}`, () => {
    let store: ResponseStore;

    before(async () => {
      store = await open();
    });

    for (const [kind, fresh] of [
      ['of a person', sampleResponse],
      ['of nobody known', sampleAnonymousResponse],
    ] as const) {
      describe(`a response ${kind}`, () => {
        describeSingleItems<Response>(
          () => ({
            get: ({ broadcastId, respondentId }) => store.get(broadcastId, respondentId),
            create: store.create,
            replace: store.replace,
          }),
          {
            fresh,
            varied: () => [
              fresh({
                answers: {
                  q1: { kind: 'one-choice', option: 'o1' },
                  q2: { kind: 'several-choices', options: ['o1', 'o2'] },
                  q3: { kind: 'rows', rows: { r1: 'yes', r2: 'partly' } },
                  q4: { kind: 'free-text', text: awkwardText },
                  q5: { kind: 'tagged-items', tags: { i1: 'exciting', i2: 'both' } },
                },
                profile: { area: 'cymru-wales', site: 'Abertawe', role: 'legal', language: 'cy', place: 'home' },
              }),
              fresh({ answers: {}, profile: {} }),
              fresh({ answers: {}, withdrawn: true, counted: counted({ q1: { kind: 'scale', value: 4 } }) }),
            ],
            rival: (response) => ({ ...response, answers: {} }),
            change: (response, mark) => ({
              ...response,
              revision: response.revision + 1,
              answers: { q1: { kind: 'free-text', text: mark } },
            }),
          },
        );

        it('is gone once removed, and can be given anew', async () => {
          const response = fresh();
          const { broadcastId, respondentId } = response;
          const { stored } = await store.create(response);
          await store.remove(broadcastId, respondentId, stored.etag);
          assert.equal(await store.get(broadcastId, respondentId), undefined);
          assert.deepEqual(await store.page(broadcastId, 10), { responses: [] });
          await store.remove(broadcastId, respondentId, stored.etag);
          const again = await store.create({ ...response, revision: 7 });
          assert.equal(again.created, true);
          assert.equal((await store.get(broadcastId, respondentId))?.value.revision, 7);
        });

        it('is not removed by whoever has not seen the latest version', async () => {
          const response = fresh();
          const { stored } = await store.create(response);
          const latest = await store.replace({ ...response, revision: 2 }, stored.etag);
          await assert.rejects(
            store.remove(response.broadcastId, response.respondentId, stored.etag),
            (error) => error instanceof VersionConflict,
          );
          assert.deepEqual(await store.get(response.broadcastId, response.respondentId), latest);
        });

        it('is uncounted until it is counted as it is now', async () => {
          const response = fresh();
          const { broadcastId, answers } = response;
          const { stored } = await store.create(response);
          assert.deepEqual(await store.uncounted(broadcastId, 10), [stored]);
          const first = await store.replace({ ...response, counted: counted(answers) }, stored.etag);
          assert.deepEqual(await store.uncounted(broadcastId, 10), []);
          const changed = { ...first.value, answers: { q1: { kind: 'scale', value: 1 } } } as const;
          const second = await store.replace(changed, first.etag);
          assert.deepEqual(await store.uncounted(broadcastId, 10), [second]);
          const withdrawn = await store.replace({ ...changed, answers: {}, withdrawn: true }, second.etag);
          assert.deepEqual(await store.uncounted(broadcastId, 10), [withdrawn]);
        });

        it('is never uncounted once it is no longer known as what it was counted', async () => {
          const response = fresh();
          const { stored } = await store.create(response);
          const closed = { batch: 3, answers: {}, groups: {}, closed: true } as const;
          const { value, etag } = await store.replace({ ...response, profile: {}, counted: closed }, stored.etag);
          assert.deepEqual(await store.uncounted(response.broadcastId, 10), []);
          await store.replace({ ...value, answers: { q1: { kind: 'scale', value: 1 } } }, etag);
          assert.deepEqual(await store.uncounted(response.broadcastId, 10), []);
          assert.deepEqual((await store.get(response.broadcastId, response.respondentId))?.value.counted, closed);
        });

        it('is paged in the order of respondent ids, without overlap or gap, with nothing of its own', async () => {
          const broadcastId = ulid();
          const responses = Array.from({ length: 7 }, () => fresh({ broadcastId }));
          await Promise.all(responses.map((response) => store.create(response)));
          await store.create(fresh());
          const inOrder = responses.toSorted((one, other) => (one.respondentId < other.respondentId ? -1 : 1));
          for (const limit of [1, 2, 3, 6, 7, 8, 1000]) {
            const pages = await allPages(store, broadcastId, limit);
            assert.deepEqual(pages.flat(), inOrder);
            for (const page of pages) assert.ok(page.length <= limit);
            const uncounted = await allUncounted(store, broadcastId, limit);
            assert.deepEqual(uncounted, inOrder);
          }
        });

        it('is removed with all of its prompt, a part at a time', async () => {
          const broadcastId = ulid();
          const other = await store.create(fresh());
          const responses = Array.from({ length: 5 }, () => fresh({ broadcastId }));
          await Promise.all(responses.map((response) => store.create(response)));
          assert.deepEqual(await store.removeSome(broadcastId, 3), { removed: 3, more: true });
          assert.deepEqual(await store.removeSome(broadcastId, 3), { removed: 2, more: false });
          assert.deepEqual(await store.page(broadcastId, 10), { responses: [] });
          const { value } = other.stored;
          assert.deepEqual(await store.get(value.broadcastId, value.respondentId), other.stored);
        });
      });
    }

    it('keeps the same respondent’s answers to two prompts apart', async () => {
      const respondentId = unique('person');
      const [one, other] = [sampleResponse({ respondentId }), sampleResponse({ respondentId, revision: 5 })];
      await store.create(one);
      assert.equal(await store.get(other.broadcastId, respondentId), undefined);
      await store.create(other);
      assert.deepEqual((await store.get(one.broadcastId, respondentId))?.value, one);
      assert.deepEqual(await store.page(one.broadcastId, 10), { responses: [one] });
      assert.deepEqual(await store.page(other.broadcastId, 10), { responses: [other] });
    });

    it('fills every page of persons but the last', async () => {
      const broadcastId = ulid();
      await Promise.all(Array.from({ length: 7 }, () => store.create(sampleResponse({ broadcastId }))));
      for (const limit of [1, 3, 6, 7, 8]) {
        assert.equal((await allPages(store, broadcastId, limit)).length, Math.ceil(7 / limit));
      }
    });

    it('shows those who answer between pages if their ids come later, and repeats nobody', async () => {
      const broadcastId = ulid();
      const answer = (respondentId: string) => store.create(sampleResponse({ broadcastId, respondentId }));
      for (const respondentId of ['b', 'd', 'f']) await answer(respondentId);
      const first = await store.page(broadcastId, 2);
      assert.equal(first.next, 'd');
      for (const respondentId of ['a', 'c', 'e']) await answer(respondentId);
      const second = await store.page(broadcastId, 2, first.next);
      assert.deepEqual(
        second.responses.map(({ respondentId }) => respondentId),
        ['e', 'f'],
      );
      assert.equal('next' in second, false);
    });

    it('answers an empty page for a prompt that nobody has answered', async () => {
      assert.deepEqual(await store.page(ulid(), 10), { responses: [] });
      assert.deepEqual(await store.uncounted(ulid(), 10), []);
      assert.deepEqual(await store.removeSome(ulid(), 10), { removed: 0, more: false });
    });

    it('refuses pages of no or more than 1,000', async () => {
      for (const limit of [0, 1001, 2.5]) {
        await assert.rejects(store.page(ulid(), limit), RangeError);
        await assert.rejects(store.uncounted(ulid(), limit), RangeError);
      }
    });

    it('makes an anonymous response anew, again and again, and it stays one', async () => {
      const response = sampleAnonymousResponse();
      const { broadcastId, respondentId } = response;
      let { stored } = await store.create(response);
      for (let time = 2; time <= 8; time += 1) {
        const before = stored;
        // Counted in every other turn, since that is kept in another way.
        const { counted: _counted, ...rest } = before.value;
        const now = { ...rest, revision: time, ...(time % 2 === 0 ? { counted: counted(response.answers) } : {}) };
        stored = await store.rewrite(now, before.etag);
        assert.deepEqual(stored.value, now);
        assert.deepEqual(await store.get(broadcastId, respondentId), stored);
        assert.deepEqual(await store.page(broadcastId, 10), { responses: [now] });
        assert.deepEqual(await store.uncounted(broadcastId, 10), time % 2 === 0 ? [] : [stored]);
        assert.deepEqual(await store.create(response), { created: false, stored });
        await assert.rejects(store.rewrite(response, before.etag), VersionConflict);
        await assert.rejects(store.replace(response, before.etag), VersionConflict);
        await assert.rejects(store.remove(broadcastId, respondentId, before.etag), VersionConflict);
      }
      await store.remove(broadcastId, respondentId, stored.etag);
      assert.equal(await store.get(broadcastId, respondentId), undefined);
    });

    it('makes none anew that somebody else changed, removed or never gave', async () => {
      const response = sampleAnonymousResponse();
      const { broadcastId, respondentId } = response;
      const { stored } = await store.create(response);
      const changed = await store.replace({ ...response, revision: 2 }, stored.etag);
      await assert.rejects(store.rewrite(response, stored.etag), VersionConflict);
      assert.deepEqual(await store.get(broadcastId, respondentId), changed);
      await store.remove(broadcastId, respondentId, changed.etag);
      await assert.rejects(store.rewrite(response, changed.etag), VersionConflict);
      assert.equal(await store.get(broadcastId, respondentId), undefined);
      assert.deepEqual(await store.page(broadcastId, 10), { responses: [] });
    });

    it('does not make anew what leads to a person', async () => {
      const { stored } = await store.create(sampleResponse());
      await assert.rejects(store.rewrite(stored.value, stored.etag), RangeError);
    });
  });
}

function counted(answers: Response['answers']): Counted {
  return { batch: 1, answers, groups: { q1: { area: 'wessex' }, [respondents]: {} } };
}

async function allPages(store: ResponseStore, broadcastId: string, limit: number): Promise<(readonly Response[])[]> {
  const pages: (readonly Response[])[] = [];
  let after: string | undefined;
  do {
    const page = await store.page(broadcastId, limit, after);
    pages.push(page.responses);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

async function allUncounted(store: ResponseStore, broadcastId: string, limit: number): Promise<readonly Response[]> {
  const found: Response[] = [];
  for (;;) {
    const next = await store.uncounted(broadcastId, limit, found.at(-1)?.respondentId);
    if (next.length === 0) return found;
    assert.ok(next.length <= limit);
    found.push(...next.map(({ value }) => value));
  }
}
