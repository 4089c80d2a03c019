import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Response } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { awkwardText, sampleResponse, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every ResponseStore does. `open` may return a store that other tests have written to. */
export function describeResponseStore(name: string, open: () => Promise<ResponseStore>): void {
  describe(`Response store, ${name}`, () => {
    let store: ResponseStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<Response>(
      () => ({
        get: ({ broadcastId, personId }) => store.get(broadcastId, personId),
        create: store.create,
        replace: store.replace,
      }),
      {
        fresh: sampleResponse,
        varied: () => [
          sampleResponse({
            personId: unique('Siân Ŵ'),
            answers: {
              q1: { kind: 'one-choice', option: 'o1' },
              q2: { kind: 'several-choices', options: ['o1', 'o2'] },
              q3: { kind: 'rows', rows: { r1: 'yes', r2: 'partly' } },
              q4: { kind: 'free-text', text: awkwardText },
              q5: { kind: 'tagged-items', tags: { i1: 'exciting', i2: 'both' } },
            },
            site: 'Abertawe',
            role: 'legal',
            language: 'cy',
          }),
          sampleResponse({ answers: {} }),
        ],
        rival: (response) => ({ ...response, answers: {} }),
        change: (response, mark) => ({
          ...response,
          revision: response.revision + 1,
          answers: { q1: { kind: 'free-text', text: mark } },
        }),
      },
    );

    it('keeps the same person’s answers to two prompts apart', async () => {
      const personId = unique('person');
      const [one, other] = [sampleResponse({ personId }), sampleResponse({ personId, revision: 5 })];
      await store.create(one);
      assert.equal(await store.get(other.broadcastId, personId), undefined);
      await store.create(other);
      assert.deepEqual((await store.get(one.broadcastId, personId))?.value, one);
      assert.deepEqual(await store.page(one.broadcastId, 10), { responses: [one] });
      assert.deepEqual(await store.page(other.broadcastId, 10), { responses: [other] });
    });

    it('pages in the order of person ids, without overlap or gap, with nothing of its own', async () => {
      const broadcastId = ulid();
      const responses = Array.from({ length: 7 }, () => sampleResponse({ broadcastId }));
      await Promise.all(responses.map((response) => store.create(response)));
      await store.create(sampleResponse());
      const inOrder = responses.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
      for (const limit of [1, 3, 6, 7, 8, 1000]) {
        const pages = await allPages(store, broadcastId, limit);
        assert.deepEqual(pages.flat(), inOrder);
        assert.equal(pages.length, Math.ceil(responses.length / limit));
      }
    });

    it('shows those who answer between pages if their ids come later, and repeats nobody', async () => {
      const broadcastId = ulid();
      const answer = (personId: string) => store.create(sampleResponse({ broadcastId, personId }));
      for (const personId of ['b', 'd', 'f']) await answer(personId);
      const first = await store.page(broadcastId, 2);
      assert.equal(first.next, 'd');
      for (const personId of ['a', 'c', 'e']) await answer(personId);
      const second = await store.page(broadcastId, 2, first.next);
      assert.deepEqual(
        second.responses.map(({ personId }) => personId),
        ['e', 'f'],
      );
      assert.equal('next' in second, false);
    });

    it('answers an empty page for a prompt that nobody has answered', async () => {
      assert.deepEqual(await store.page(ulid(), 10), { responses: [] });
    });

    it('refuses pages of no or more than 1,000', async () => {
      for (const limit of [0, 1001, 2.5]) await assert.rejects(store.page(ulid(), limit), RangeError);
    });
  });
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
