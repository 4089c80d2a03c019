import { ulid } from 'ulid';
import type { KeptAnswer, KeptAnswerStore } from '../../src/storage/kept-answer.ts';
import { awkwardText, unique } from './samples.ts';
import { describeSingleItems } from './single-item.contract.ts';

const sample = (changes: Partial<KeptAnswer> = {}): KeptAnswer => ({
  personId: unique('person'),
  key: ulid(),
  fingerprint: 'abc',
  heldUntil: '2026-11-24T10:00:00.000Z',
  ...changes,
});

/** What every KeptAnswerStore does. `open` may return a store that other tests have written to. */
export function describeKeptAnswerStore(name: string, open: () => Promise<KeptAnswerStore>): void {
  describe(`Store of kept answers, ${name}`, () => {
    let store: KeptAnswerStore;

    before(async () => {
      store = await open();
    });

    describeSingleItems<KeptAnswer>(
      () => ({ get: ({ personId, key }) => store.get(personId, key), create: store.create, replace: store.replace }),
      {
        fresh: sample,
        varied: () => [
          sample({
            answer: { status: 201, body: { text: awkwardText, list: [1, null, { deep: true }] }, etag: '"a"' },
          }),
          sample({ answer: { status: 200, body: null } }),
        ],
        rival: (value) => ({ ...value, fingerprint: 'another' }),
        change: (value, mark) => ({ ...value, answer: { status: 200, body: { mark } } }),
      },
    );
  });
}
