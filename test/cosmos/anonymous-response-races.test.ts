import assert from 'node:assert/strict';
import fc from 'fast-check';
import { responseStoreOn } from '../../src/cosmos/cosmos-response-store.ts';
import type { ResponseItems } from '../../src/cosmos/response-items.ts';
import type { Response } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { sampleAnonymousResponse } from '../contract/samples.ts';
import { createMemoryResponseItems } from '../fakes/memory-response-items.ts';

/** Somebody's process died. */
class Died extends Error {}

interface Act {
  readonly kind: 'change' | 'count' | 'rewrite' | 'create' | 'remove';
  readonly mark: string;
  /** The process dies before this call to the store's items; never when 0. */
  readonly diesAt: number;
}

/** Some acts, besides those that are there in any case. */
function acts(some: readonly Act['kind'][], always: readonly Act['kind'][] = [], mayDie = false) {
  const dying = mayDie ? fc.integer({ min: 0, max: 12 }) : fc.constant(0);
  const act = (kind: fc.Arbitrary<Act['kind']>) => fc.tuple(kind, dying);
  return fc
    .tuple(
      fc.tuple(...always.map((kind) => act(fc.constant(kind)))),
      fc.array(act(fc.constantFrom(...some)), { minLength: 1, maxLength: 5 }),
    )
    .map(([one, other]) =>
      [...one, ...other].map(([kind, diesAt], index): Act => ({ kind, diesAt, mark: `${index}` })),
    );
}

/** The marks that changes left in an answer. */
function marksIn(response: Response | undefined): readonly string[] {
  const answer = response?.answers.q1;
  return answer?.kind === 'several-choices' ? answer.options : [];
}

function marked(response: Response, mark: string): Response {
  const options = [...marksIn(response), mark];
  return { ...response, revision: response.revision + 1, answers: { q1: { kind: 'several-choices', options } } };
}

/** The items as one process calls them: each call waits for its turn among those of others, and the process may die. */
function calledBy(items: ResponseItems, scheduler: fc.Scheduler, diesAt: number): ResponseItems {
  let calls = 0;
  const turn =
    <Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      calls += 1;
      if (calls === diesAt) throw new Died();
      await scheduler.schedule(Promise.resolve());
      return call(...given);
    };
  return {
    ...items,
    read: turn(items.read),
    create: turn(items.create),
    replace: turn(items.replace),
    remove: turn(items.remove),
  };
}

/** True when it was done, false when it found nothing to do it to or gave up. */
async function perform(store: ResponseStore, { kind, mark }: Act, first: Response): Promise<boolean> {
  const { broadcastId, respondentId } = first;
  for (;;) {
    try {
      if (kind === 'create') return (await store.create(marked(first, mark))).created;
      const stored = await store.get(broadcastId, respondentId);
      if (stored === undefined) return false;
      const { value, etag } = stored;
      if (kind === 'change') await store.replace(marked(value, mark), etag);
      else if (kind === 'remove') await store.remove(broadcastId, respondentId, etag);
      else if (kind === 'rewrite') await store.rewrite(value, etag);
      else await store.rewrite({ ...value, counted: { batch: 1, answers: value.answers, groups: {} } }, etag);
      return true;
    } catch (error) {
      if (error instanceof Died) return false;
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

async function run(scheduler: fc.Scheduler, list: readonly Act[]) {
  const items = createMemoryResponseItems();
  const calm = responseStoreOn(items);
  const first = sampleAnonymousResponse({ answers: {} });
  await calm.create(first);
  const running = list.map((act) => perform(responseStoreOn(calledBy(items, scheduler, act.diesAt)), act, first));
  const done = await scheduler.waitFor(Promise.all(running));
  const doneActs = list.filter((_, index) => done[index]);
  const stored = await calm.get(first.broadcastId, first.respondentId);
  const { responses } = await calm.page(first.broadcastId, 10);
  assert.deepEqual(responses, stored === undefined ? [] : [stored.value], 'a page shows what stands, once');
  const uncounted = await calm.uncounted(first.broadcastId, 10);
  assert.ok(uncounted.length <= 1);
  assert.deepEqual(uncounted, stored !== undefined && uncounted.length === 1 ? [stored] : []);
  return { calm, first, stored, did: (kind: Act['kind']) => doneActs.filter((act) => act.kind === kind) };
}

describe('an anonymous response that many write at once', () => {
  it('loses no change, and is never lost, however often it is made anew and whoever dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        acts(['change', 'change', 'count', 'rewrite'], ['rewrite'], true),
        async (scheduler, list) => {
          const { calm, first, stored, did } = await run(scheduler, list);
          assert.ok(stored !== undefined, 'it is there');
          for (const { mark } of did('change'))
            assert.ok(marksIn(stored.value).includes(mark), `without change ${mark}`);
          const changed = await calm.replace(marked(stored.value, 'later'), stored.etag);
          const moved = await calm.rewrite(changed.value, changed.etag);
          assert.deepEqual(await calm.get(first.broadcastId, first.respondentId), moved);
          assert.deepEqual((await calm.page(first.broadcastId, 10)).responses, [moved.value]);
          await calm.remove(first.broadcastId, first.respondentId, moved.etag);
          assert.equal(await calm.get(first.broadcastId, first.respondentId), undefined);
          assert.deepEqual((await calm.page(first.broadcastId, 10)).responses, []);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('stays away once removed, although it is made anew at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        acts(['remove', 'rewrite', 'count', 'change'], ['rewrite', 'remove']),
        async (scheduler, list) => {
          const { stored, did } = await run(scheduler, list);
          assert.equal(stored === undefined, did('remove').length > 0);
          if (stored !== undefined) assert.equal(marksIn(stored.value).length, did('change').length);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('is not created over what stands, although that is made anew at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        acts(['create', 'rewrite', 'rewrite'], ['count', 'create']),
        async (scheduler, list) => {
          const { stored, did } = await run(scheduler, list);
          assert.equal(did('create').length, 0);
          assert.deepEqual(stored?.value.answers, {});
          if (did('count').length > 0) assert.equal(stored?.value.counted?.batch, 1);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('can be removed and created over and over, and is one all the time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts(['create', 'remove', 'change'], ['remove']), async (scheduler, list) => {
        const { stored, did } = await run(scheduler, list);
        assert.ok(did('create').length <= did('remove').length, 'each one created took the place of one removed');
        assert.ok(stored === undefined || did('create').length > 0, 'what was there at first is gone');
      }),
      { numRuns: 1_500 },
    );
  });
});
