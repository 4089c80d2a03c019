import assert from 'node:assert/strict';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { rebuildResults } from '../../src/insight/rebuild-results.ts';
import type { Snapshot } from '../../src/insight/snapshot.ts';
import { isUncounted } from '../../src/responses/uncounted.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';
import { type CountingWorld, closed, comment, countingWorld, owner, scale, seeded } from './counting-world.ts';

const rated = (value: number) => ({ q2: { kind: 'scale', value } }) as const;
const said = (text: string) => ({ q3: { kind: 'free-text', text } }) as const;

/** That the next writes fail, as they do when the process or the database is gone. */
class Gone extends Error {}

/** The world's ports, whose writes fail from the `last`-th on. */
function mortal({ ports }: CountingWorld, last: number): { ports: CountingWorld['ports']; writes: () => number } {
  let writes = 0;
  const write =
    <Args extends unknown[], R>(act: (...args: Args) => Promise<R>) =>
    async (...args: Args): Promise<R> => {
      writes += 1;
      if (writes >= last) throw new Gone();
      return act(...args);
    };
  const items = <S extends { create: never; replace: never } | object>(store: S): S =>
    Object.fromEntries(
      Object.entries(store).map(([name, act]) => [
        name,
        ['create', 'replace', 'remove', 'rewrite', 'touch'].includes(name) ? write(act as never) : act,
      ]),
    ) as S;
  const { snapshots, batches, chunks } = ports.results;
  return {
    writes: () => writes,
    ports: {
      ...ports,
      random: seeded(99),
      responses: items(ports.responses),
      participation: items(ports.participation),
      results: { snapshots: items(snapshots), batches: items(batches), chunks: items(chunks) },
    },
  };
}

describe('Counting answers', () => {
  /** Twenty-five of three areas and two roles, with changes that wait for others. */
  async function begun(privacy: 'confidential' | 'anonymous' | 'named'): Promise<CountingWorld> {
    const world = await countingWorld(privacy, [scale, comment], 7);
    const id = (number: number) => (privacy === 'anonymous' ? `anon-${number}` : `person-${number}`);
    const areas = ['wessex', 'wessex', 'hq'];
    const answer = (number: number, value: number) =>
      world.answer(
        id(number),
        { area: areas[number % 3] ?? 'hq', role: number % 2 === 0 ? 'legal' : 'digital' },
        { ...rated(value), ...(number % 4 === 0 ? {} : said(`Comment ${number}, ${value}`)) },
      );
    for (let number = 0; number < 45; number += 1) await answer(number, 1 + (number % 5));
    await countAnswers(world.ports, world.prompt, { final: false });
    for (let number = 0; number < 45; number += 2) await answer(number, 5);
    for (let number = 1; number < 45; number += 9) await world.withdraw(id(number));
    for (let number = 45; number < 70; number += 1) await answer(number, 2);
    world.now = closed;
    return world;
  }

  const standing = async ({ stores, prompt }: CountingWorld) => {
    const { value } = (await stores.results.snapshots.get(prompt.id)) ?? {};
    const { movedAt: _, ...snapshot } = value as Snapshot;
    const responses = (await stores.responses.page(prompt.id, 1_000)).responses;
    const comments: unknown[] = [];
    for (const [index] of (snapshot.chunks.q3 ?? []).entries()) {
      const chunk = await stores.results.chunks.get(prompt.id, 'q3', index + 1);
      comments.push(
        ...(chunk?.value.comments ?? []).map(({ text, area, personId }) => JSON.stringify({ text, area, personId })),
      );
    }
    const marks = responses.map(({ respondentId, answers, profile, counted }) => {
      const { comments: _comments, ...rest } = counted ?? {};
      return { respondentId, answers, profile, counted: counted === undefined ? undefined : rest };
    });
    return { snapshot, marks, comments: comments.toSorted() };
  };

  for (const privacy of ['confidential', 'anonymous', 'named'] as const) {
    it(`comes to the same after a crash at any write, in a prompt that is ${privacy}`, async () => {
      const undisturbed = await begun(privacy);
      const counted = mortal(undisturbed, Number.POSITIVE_INFINITY);
      await countAnswers(counted.ports, undisturbed.prompt, { final: true });
      const expected = await standing(undisturbed);
      assert.ok(counted.writes() > 40, `${counted.writes()} writes`);
      for (let last = 1; last <= counted.writes(); last += 1) {
        const world = await begun(privacy);
        await assert.rejects(countAnswers(mortal(world, last).ports, world.prompt, { final: true }), Gone);
        await countAnswers({ ...world.ports, random: seeded(99) }, world.prompt, { final: true });
        const came = await standing(world);
        assert.deepEqual(
          { ...came, snapshot: { ...came.snapshot, broadcastId: '' } },
          { ...expected, snapshot: { ...expected.snapshot, broadcastId: '' } },
          `after a crash at write ${last}`,
        );
        const batch = await world.stores.results.batches.get(world.prompt.id, came.snapshot.version);
        assert.equal(batch?.value.members, undefined, 'the batch says no more whose answers it holds');
      }
    }).timeout(120_000);
  }

  /** What stands beside the answers; the number of batches may differ. */
  const marksOf = ({ marks }: Awaited<ReturnType<typeof standing>>) =>
    marks.map(({ respondentId, profile, counted }) => ({ respondentId, profile, ...counted, batch: undefined }));

  for (const privacy of ['confidential', 'anonymous'] as const)
    it(`comes to the same when two count at once, in a prompt that is ${privacy}`, async () => {
      const alone = await begun(privacy);
      await countAnswers(alone.ports, alone.prompt, { final: true });
      const expected = await standing(alone);
      for (let seed = 1; seed <= 20; seed += 1) {
        const world = await begun(privacy);
        const hesitant = hesitating(world, seed);
        await Promise.all([1, 2].map(() => countAnswers(hesitant, world.prompt, { final: true })));
        const came = await standing(world);
        assert.deepEqual(
          came.snapshot.figures.respondents?.cells.all,
          expected.snapshot.figures.respondents?.cells.all,
        );
        assert.equal(came.comments.length, expected.comments.length);
        const { snapshot, responsesAgree } = await rebuildResults(world.ports, world.prompt);
        if (privacy === 'anonymous') assert.deepEqual(marksOf(came), marksOf(expected));
        else assert.ok(responsesAgree && came.marks.every(({ counted }) => counted !== undefined));
        assert.deepEqual(snapshot.figures, came.snapshot.figures);
      }
    });

  it('makes the figures anew from the batches when they are lost, and counts nobody again', async () => {
    for (const privacy of ['confidential', 'anonymous', 'named'] as const) {
      const world = await begun(privacy);
      await countAnswers(world.ports, world.prompt, { final: true });
      const before = await world.stores.results.snapshots.get(world.prompt.id);
      const snapshots = createMemoryResultsStore().snapshots;
      const results = { ...world.ports.results, snapshots };
      await countAnswers({ ...world.ports, results }, world.prompt, { final: true });
      assert.ok(before !== undefined && before.value.version > 0);
      assert.deepEqual((await snapshots.get(world.prompt.id))?.value, before.value);
    }
  });

  it('counts and shows everything at once in a named prompt, and takes back what is withdrawn', async () => {
    const world = await countingWorld('named', [scale, comment]);
    await world.answer('one', { area: 'wessex', role: 'legal' }, { ...rated(4), ...said('Mine') });
    const read = async () => {
      await countAnswers(world.ports, world.prompt, { final: false });
      const { total, areas, comments } = await readResults(world.ports, owner, world.prompt.id);
      const wessex = areas.find(({ area }) => area === 'wessex')?.group;
      return {
        total,
        wessex,
        comments: comments.q3?.comments.map(({ text, personId, area }) => ({ text, personId, area })),
      };
    };
    const first = await read();
    assert.ok(first.total.shown && first.wessex?.shown);
    assert.deepEqual(first.total.tally.questions.q2, {
      kind: 'scale',
      answered: 1,
      counts: { '1': 0, '2': 0, '3': 0, '4': 1, '5': 0 },
      mean: 4,
      spread: 0,
    });
    assert.deepEqual(
      first.wessex.by.map(({ dimension }) => dimension),
      ['role'],
    );
    assert.deepEqual(first.comments, [{ text: 'Mine', personId: 'one', area: 'wessex' }]);
    await world.answer('one', { area: 'wessex' }, { ...rated(2), ...said('Changed') });
    const second = await read();
    assert.equal(
      second.total.shown && second.total.tally.questions.q2?.kind === 'scale' && second.total.tally.questions.q2.mean,
      2,
    );
    assert.deepEqual(second.comments, [{ text: 'Changed', personId: 'one', area: 'wessex' }]);
    await world.withdraw('one');
    const third = await read();
    assert.equal(third.total.shown, false);
    assert.deepEqual(third.comments, []);
    assert.equal(await world.stores.responses.get(world.prompt.id, 'one'), undefined, 'nothing is left of it');
  });

  it('publishes a comment as it is now as soon as it is changed or taken back, whatever the figures still hold', async () => {
    const world = await countingWorld('confidential', [comment]);
    for (let number = 0; number < 12; number += 1)
      await world.answer(`p${number}`, { area: 'hq' }, said(`Comment ${number}`));
    await countAnswers(world.ports, world.prompt, { final: true });
    const texts = async () => {
      const { comments } = await readResults(world.ports, owner, world.prompt.id);
      return (comments.q3?.comments ?? []).map(({ text }) => text).toSorted();
    };
    assert.equal((await texts()).length, 12);
    await world.answer('p3', { area: 'hq' }, said('Another'));
    await world.withdraw('p4');
    const now = await texts();
    assert.ok(now.includes('Another') && !now.includes('Comment 3') && !now.includes('Comment 4') && now.length === 11);
    const { total } = await readResults(world.ports, owner, world.prompt.id);
    assert.equal(total.shown && total.tally.respondents, 12);
    const changed = await world.stores.responses.get(world.prompt.id, 'p3');
    assert.ok(changed !== undefined && !isUncounted(changed.value));
  });

  it('sees to a comment whose author was cut off while it was being changed', async () => {
    const world = await countingWorld('named', [comment]);
    await world.answer('one', { area: 'hq' }, said('First'));
    await countAnswers(world.ports, world.prompt, { final: false });
    const stored = await world.stores.responses.get(world.prompt.id, 'one');
    assert.ok(stored !== undefined);
    await world.stores.responses.replace({ ...stored.value, answers: said('Second'), revision: 2 }, stored.etag);
    await countAnswers(world.ports, world.prompt, { final: false });
    const { comments } = await readResults(world.ports, owner, world.prompt.id);
    assert.deepEqual(
      comments.q3?.comments.map(({ text }) => text),
      ['Second'],
    );
  });

  it('counts somebody who withdrew while they were being counted, until others move the figures too', async () => {
    const world = await countingWorld('named', [scale]);
    await world.answer('one', { area: 'hq' }, rated(1));
    await world.answer('two', { area: 'hq' }, rated(5));
    const { batches } = world.ports.results;
    const results = {
      ...world.ports.results,
      batches: {
        ...batches,
        create: async (batch: Parameters<typeof batches.create>[0]) => {
          const created = await batches.create(batch);
          if (created.created) await world.withdraw('one');
          return created;
        },
      },
    };
    await countAnswers({ ...world.ports, results }, world.prompt, { final: false });
    const { total } = await readResults(world.ports, owner, world.prompt.id);
    assert.equal(total.shown && total.tally.respondents, 1);
    assert.equal(await world.stores.responses.get(world.prompt.id, 'one'), undefined);
  });

  it('writes both sides of an anonymous prompt again in an order that says nothing, each once', async () => {
    const world = await countingWorld('anonymous', [scale]);
    const { id: broadcastId } = world.prompt;
    for (let number = 10; number < 40; number += 1) {
      await world.answer(`anon-${number}`, {}, rated(3));
      await world.stores.participation.create({ broadcastId, personId: `person-${number}`, claim: `c${number}` });
    }
    for (const final of [false, true]) {
      const rewritten: string[] = [];
      const touched: string[] = [];
      const { responses, participation } = world.ports;
      const ports = {
        ...world.ports,
        responses: {
          ...responses,
          rewrite: async (...args: Parameters<typeof responses.rewrite>) => {
            if (!final || args[0].counted?.closed === true) rewritten.push(args[0].respondentId);
            return responses.rewrite(...args);
          },
        },
        participation: {
          ...participation,
          touch: async (...args: Parameters<typeof participation.touch>) => {
            touched.push(args[1]);
            return participation.touch(...args);
          },
        },
      };
      await countAnswers(ports, world.prompt, { final });
      assert.deepEqual([rewritten.length, touched.length], [30, 30]);
      assert.notDeepEqual(rewritten, rewritten.toSorted());
      assert.notDeepEqual(touched, touched.toSorted());
      const numbers = (ids: readonly string[]) => ids.map((each) => each.replace(/\D/g, ''));
      assert.notDeepEqual(numbers(rewritten), numbers(touched));
      assert.deepEqual(numbers(rewritten).toSorted(), numbers(touched).toSorted());
    }
  });

  it('keeps every item far below what Cosmos DB takes, however many answer at once', async () => {
    const questions = Array.from({ length: 10 }, (_, index) => ({
      ...scale,
      id: `q${index + 1}`,
      kind: 'tagged-items' as const,
      items: Array.from({ length: 10 }, (__, item) => ({ id: `idea-number-${item}`, text: { en: `${item}` } })),
    }));
    const world = await countingWorld('confidential', questions);
    const tags = Object.fromEntries((questions[0]?.items ?? []).map(({ id }) => [id, 'exciting' as const]));
    const answers = Object.fromEntries(questions.map(({ id }) => [id, { kind: 'tagged-items' as const, tags }]));
    for (let number = 0; number < 3_000; number += 1) {
      const site = `Site ${number % 54}`;
      await world.answer(
        `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        { area: `area-${number % 17}`, site, language: 'en', role: 'legal' },
        answers,
      );
    }
    const sizes: number[] = [];
    const { batches, snapshots } = world.ports.results;
    const weigh = (value: unknown) => sizes.push(Buffer.byteLength(JSON.stringify(value)));
    const results = {
      ...world.ports.results,
      batches: {
        ...batches,
        create: async (batch: Parameters<typeof batches.create>[0]) => {
          weigh(batch);
          return batches.create(batch);
        },
      },
      snapshots: {
        ...snapshots,
        replace: async (...args: Parameters<typeof snapshots.replace>) => {
          weigh(args[0]);
          return snapshots.replace(...args);
        },
      },
    };
    await countAnswers({ ...world.ports, results }, world.prompt, { final: true });
    const { total } = await readResults(world.ports, owner, world.prompt.id);
    assert.equal(total.shown && total.tally.respondents, 3_000);
    assert.ok(Math.max(...sizes) < 1_200_000, `${Math.max(...sizes)} bytes`);
  }).timeout(120_000);
});

/** The world's ports, where each call takes now more, now less time. */
function hesitating({ ports }: CountingWorld, seed: number): CountingWorld['ports'] {
  let state = seed;
  const pause = async () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    for (let turns = state % 5; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const slow = <S extends object>(store: S): S =>
    Object.fromEntries(
      Object.entries(store).map(([name, act]) => [
        name,
        typeof act !== 'function'
          ? act
          : async (...args: unknown[]) => {
              await pause();
              const result = await act(...args);
              await pause();
              return result;
            },
      ]),
    ) as S;
  const { snapshots, batches, chunks } = ports.results;
  return {
    ...ports,
    responses: slow(ports.responses),
    results: { snapshots: slow(snapshots), batches: slow(batches), chunks: slow(chunks) },
  };
}
