import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Batch } from '../../src/insight/batch.ts';
import type { CommentChunk } from '../../src/insight/comment-chunk.ts';
import type { ResultsStore } from '../../src/insight/results-store.ts';
import { emptySnapshot, type Snapshot } from '../../src/insight/snapshot.ts';
import { awkwardText } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

/** What every ResultsStore does. `open` may return a store that other tests have written to. */
export function describeResultsStore(name: string, open: () => Promise<ResultsStore>): void {
  describe(`Results store, ${name}`, () => {
    let store: ResultsStore;

    before(async () => {
      store = await open();
    });

    describe('snapshots', () => {
      describeSingleItems<Snapshot>(
        () => ({ ...store.snapshots, get: (value) => store.snapshots.get(value.broadcastId) }),
        {
          fresh: () => emptySnapshot(ulid()),
          varied: () => [
            {
              broadcastId: ulid(),
              version: 3,
              movedAt: '2026-12-01T08:00:00.000Z',
              nextAt: '2026-12-02T08:00:00.000Z',
              finalFor: '2026-12-10T17:00:00.000Z',
              figures: {
                respondents: { keys: [], cells: { all: [12], 'area:wessex': [12], [`site:${awkwardText}`]: [10] } },
                q1: { keys: ['o1', '__proto__'], cells: { all: [12, 5, 7] } },
              },
              chunks: { q3: [{ count: 12, areas: ['wessex'] }] },
            },
          ],
          rival: (snapshot) => ({ ...snapshot, version: 9 }),
          change: (snapshot, mark) => ({ ...snapshot, version: snapshot.version + 1, movedAt: mark }),
        },
      );
    });

    describe('batches', () => {
      describeSingleItems<Batch>(
        () => ({ ...store.batches, get: ({ broadcastId, number }) => store.batches.get(broadcastId, number) }),
        {
          fresh: () => ({ broadcastId: ulid(), number: 1, at: '2026-12-01T08:00:00.000Z', moves: [] }),
          varied: () => [
            {
              broadcastId: ulid(),
              number: 12_345,
              at: '2026-12-01T08:00:00.000Z',
              moves: [
                {
                  question: 'q1',
                  label: { area: 'cymru-wales', site: awkwardText },
                  by: [10, -2, 12],
                  comments: [{ chunk: 1, count: 2 }],
                },
              ],
              members: [
                {
                  respondentId: 'person',
                  entries: {
                    respondents: { move: 0 },
                    q1: { move: 0, value: { kind: 'scale', value: 3 }, comment: 'q1-1-x' },
                    q2: { move: 0, leaves: true },
                  },
                },
              ],
            },
          ],
          rival: (batch) => ({ ...batch, at: '2026-12-01T08:00:01.000Z' }),
          change: (batch, mark) => ({ ...batch, at: mark }),
        },
      );
    });

    describe('chunks of comments', () => {
      describeSingleItems<CommentChunk>(
        () => ({
          ...store.chunks,
          get: ({ broadcastId, questionId, number }) => store.chunks.get(broadcastId, questionId, number),
        }),
        {
          fresh: () => ({ broadcastId: ulid(), questionId: 'q3', number: 1, comments: [] }),
          varied: () => [
            {
              broadcastId: ulid(),
              questionId: 'q10',
              number: 76,
              comments: [
                { id: 'q10-76-a', text: awkwardText, revision: 2, area: 'wessex', personId: 'person' },
                { id: 'q10-76-b', revision: 3 },
                {
                  id: 'q10-76-c',
                  text: 'x',
                  revision: 1,
                  redacted: { by: 'lead', at: '2026-12-01T08:00:00.000Z', parts: [{ from: 0, to: 1 }] },
                },
              ],
            },
          ],
          rival: (chunk) => ({ ...chunk, comments: [{ id: 'q3-1-r', revision: 1 }] }),
          change: (chunk, mark) => ({ ...chunk, comments: [{ id: `q3-1-${mark}`, revision: 1 }] }),
        },
      );
    });

    it('keeps what is of one prompt, of one question and of one number apart', async () => {
      const [one, other] = [ulid(), ulid()];
      const chunk = { broadcastId: one, questionId: 'q1', number: 1, comments: [] };
      await store.snapshots.create(emptySnapshot(one));
      await store.batches.create({ broadcastId: one, number: 1, at: '', moves: [] });
      await store.chunks.create(chunk);
      await store.chunks.create({ ...chunk, number: 11 });
      assert.equal(await store.snapshots.get(other), undefined);
      assert.equal(await store.batches.get(other, 1), undefined);
      assert.equal(await store.batches.get(one, 11), undefined);
      assert.equal(await store.chunks.get(other, 'q1', 1), undefined);
      assert.equal(await store.chunks.get(one, 'q11', 1), undefined);
      assert.equal((await store.chunks.get(one, 'q1', 11))?.value.number, 11);
    });
  });
}
