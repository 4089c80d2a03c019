import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Prompt } from '../../src/broadcasts/broadcast-state.ts';
import { daily } from '../../src/insight/counting-times.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { type KnownPrompts, lookAtPrompts, nothingKnown, runResultsJob } from '../../src/insight/results-job.ts';
import { type CountingWorld, countingWorld, owner, scale } from './counting-world.ts';

const lookMs = 3_000;

function jobIn(world: CountingWorld) {
  const known: KnownPrompts = nothingKnown();
  known.prompts = [world.prompt];
  const errors: unknown[] = [];
  const ports = { ...world.ports, everyMinutes: daily, lookMs };
  return {
    known,
    ports,
    errors,
    look: async (now: string) => {
      world.now = new Date(now);
      await lookAtPrompts(ports, known, new AbortController().signal, (error) => errors.push(error));
      assert.deepEqual(errors, []);
      const { total, figures } = await readResults(world.ports, owner, world.prompt.id);
      return { respondents: total.shown ? total.tally.respondents : 0, ...figures };
    },
  };
}

const rethrow = (error: unknown) => {
  throw error;
};

const answer = async (world: CountingWorld, from: number, to: number) => {
  for (let number = from; number < to; number += 1) {
    await world.answer(`p${number}`, { area: 'wessex' }, { q2: { kind: 'scale', value: 1 } });
  }
};

describe('The job that counts answers', () => {
  it('moves the figures of a confidential prompt at 8am, and for good when it has closed', async () => {
    const world = await countingWorld('confidential', [scale]);
    const { look } = jobIn(world);
    await answer(world, 0, 25);
    assert.deepEqual(await look('2026-12-01T10:00:00Z'), {
      respondents: 0,
      nextAt: '2026-12-02T08:00:00.000Z',
      final: false,
    });
    assert.equal((await look('2026-12-02T07:59:59Z')).respondents, 0);
    const first = await look('2026-12-02T08:00:00Z');
    assert.deepEqual(first, {
      respondents: 15,
      movedAt: '2026-12-02T08:00:00.000Z',
      nextAt: '2026-12-03T08:00:00.000Z',
      final: false,
    });
    await answer(world, 25, 27);
    assert.equal((await look('2026-12-02T20:00:00Z')).respondents, 15);
    assert.equal((await look('2026-12-10T17:00:10Z')).final, false);
    assert.deepEqual(await look('2026-12-10T17:00:30Z'), {
      respondents: 27,
      movedAt: '2026-12-10T17:00:30.000Z',
      final: true,
    });
  });

  it('follows the answers to a named prompt, and looks less often while none come', async () => {
    const world = await countingWorld('named', [scale]);
    const { look, known } = jobIn(world);
    await answer(world, 0, 2);
    assert.equal((await look('2026-12-01T10:00:00Z')).respondents, 2);
    await look('2026-12-01T10:00:03Z');
    await answer(world, 2, 3);
    assert.equal((await look('2026-12-01T10:00:06Z')).respondents, 2, 'quiet for six seconds');
    assert.equal((await look('2026-12-01T10:00:09Z')).respondents, 3);
    let seconds = 12;
    for (let times = 0; times < 10; times += 1) {
      await look(new Date(Date.parse('2026-12-01T10:00:00Z') + seconds * 1_000).toISOString());
      seconds += 60;
    }
    assert.equal(known.quiet.get(world.prompt.id)?.forMs, 15_000, 'never for longer than a quarter of a minute');
  });

  it('reads one item of each prompt that waits, and nothing of those that are done', async () => {
    const world = await countingWorld('confidential', [scale]);
    const { look, ports, known } = jobIn(world);
    await answer(world, 0, 12);
    await look('2026-12-01T10:00:00Z');
    const { results, responses, broadcasts } = world.stores;
    const spent = async () => {
      const sum = () =>
        [results, responses, broadcasts].flatMap(({ operations: { reads, writes, queries } }) => [
          reads,
          writes,
          queries,
        ]);
      const before = sum();
      await lookAtPrompts(ports, known, new AbortController().signal, rethrow);
      return sum().map((number, index) => number - (before[index] ?? 0));
    };
    assert.deepEqual(await spent(), [1, 0, 0, 0, 0, 0, 0, 0, 0]);
    await look('2026-12-11T10:00:00Z');
    await look('2026-12-11T10:00:03Z');
    assert.deepEqual(await spent(), [0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('counts again for good when a prompt that had closed was extended and closes again', async () => {
    const world = await countingWorld('confidential', [scale]);
    const { look, known } = jobIn(world);
    await answer(world, 0, 12);
    assert.equal((await look('2026-12-11T10:00:00Z')).respondents, 12);
    const deadline = { ...world.prompt.content.deadline, date: '2026-12-15' };
    const extended: Prompt = { ...world.prompt, content: { ...world.prompt.content, deadline } };
    const stored = await world.stores.broadcasts.get(extended.id);
    await world.stores.broadcasts.replace(extended, stored?.etag ?? '');
    known.prompts = [extended];
    assert.equal((await look('2026-12-11T11:00:00Z')).nextAt, '2026-12-12T08:00:00.000Z');
    await answer(world, 12, 23);
    assert.equal((await look('2026-12-12T08:00:00Z')).respondents, 12, 'ten wait for those who may still come');
    const last = await look('2026-12-15T18:00:00Z');
    assert.deepEqual([last.respondents, last.final], [23, true]);
  });

  it('does not count for good by an old deadline', async () => {
    const world = await countingWorld('confidential', [scale]);
    const { look } = jobIn(world);
    await answer(world, 0, 12);
    const deadline = { ...world.prompt.content.deadline, date: '2026-12-15' };
    const stored = await world.stores.broadcasts.get(world.prompt.id);
    const extended = { ...world.prompt, content: { ...world.prompt.content, deadline } };
    await world.stores.broadcasts.replace(extended, stored?.etag ?? '');
    assert.equal((await look('2026-12-11T10:00:00Z')).respondents, 0);
  });

  it('goes on with the other prompts when one fails, and tells of it', async () => {
    const [failing, world] = [await countingWorld('named', [scale]), await countingWorld('named', [scale])];
    await answer(world, 0, 1);
    const { ports, known, errors } = jobIn(world);
    known.prompts = [failing.prompt, world.prompt];
    const uncounted: typeof ports.responses.uncounted = async (id, ...rest) => {
      if (id === failing.prompt.id) throw new Error('no answer');
      return ports.responses.uncounted(id, ...rest);
    };
    const unlucky = { ...ports, responses: { ...ports.responses, uncounted } };
    await lookAtPrompts(unlucky, known, new AbortController().signal, (error) => errors.push(error));
    assert.equal(errors.length, 1);
    assert.equal((await readResults(world.ports, owner, world.prompt.id)).total.shown, true);
  });

  it('runs until it is stopped, and finishes what it has begun', async () => {
    const world = await countingWorld('named', [scale]);
    await answer(world, 0, 3);
    const begun = new EventTarget();
    const { batches } = world.ports.results;
    const create: typeof batches.create = async (batch) => {
      begun.dispatchEvent(new Event('batch'));
      return batches.create(batch);
    };
    const results = { ...world.ports.results, batches: { ...batches, create } };
    const counting = once(begun, 'batch');
    const job = runResultsJob({ ...world.ports, results, everyMinutes: daily, lookMs: 1 }, rethrow);
    await job.know([world.prompt]);
    await counting;
    await job.stop();
    const { total } = await readResults(world.ports, owner, world.prompt.id);
    assert.equal(total.shown && total.tally.respondents, 3);
  });
});
