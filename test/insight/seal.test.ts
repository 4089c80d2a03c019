import assert from 'node:assert/strict';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { rebuildResults } from '../../src/insight/rebuild-results.ts';
import type { Response } from '../../src/responses/response.ts';
import { isUncounted } from '../../src/responses/uncounted.ts';
import { type CountingWorld, closed, comment, countingWorld, scale } from './counting-world.ts';

const rated = (value: number) => ({ q2: { kind: 'scale', value } }) as const;
const said = (text: string) => ({ q3: { kind: 'free-text', text } }) as const;
const wessex = { area: 'wessex', role: 'legal', site: 'Truro' } as const;

describe('The answers to an anonymous prompt', () => {
  let world: CountingWorld;

  async function answers(count: number): Promise<void> {
    world = await countingWorld('anonymous', [scale, comment]);
    for (let number = 0; number < count; number += 1) {
      await world.answer(`anon-${number}`, wessex, { ...rated(1 + (number % 5)), ...said(`Words ${number}`) });
    }
  }
  const stored = async (): Promise<readonly Response[]> =>
    (await world.stores.responses.page(world.prompt.id, 1_000)).responses;
  const figures = async () => (await world.stores.results.snapshots.get(world.prompt.id))?.value.figures;
  const close = async () => {
    world.now = closed;
    await countAnswers(world.ports, world.prompt, { final: true });
  };

  it('keep nothing of who gave them once the prompt has closed, and the figures are still those of the batches', async () => {
    await answers(45);
    await countAnswers(world.ports, world.prompt, { final: false });
    for (let number = 0; number < 15; number += 1) await world.answer(`anon-${number}`, wessex, rated(5));
    await close();
    const after = await stored();
    assert.equal(after.length, 45);
    const version = (await world.stores.results.snapshots.get(world.prompt.id))?.value.version ?? 0;
    for (const { answers: given, profile, counted } of after) {
      assert.ok(Object.keys(given).length > 0, 'the answer is there for its owner');
      assert.deepEqual(profile, {});
      assert.deepEqual(counted, { batch: version, answers: {}, groups: {}, closed: true });
    }
    const before = await figures();
    assert.equal(before?.respondents?.cells['area:wessex']?.[0], 45);
    assert.deepEqual((await rebuildResults(world.ports, world.prompt)).snapshot.figures, before);
  });

  it('leave nothing but that there was one where they were taken back after they were counted', async () => {
    await answers(30);
    await countAnswers(world.ports, world.prompt, { final: false });
    for (let number = 0; number < 30; number += 3) await world.withdraw(`anon-${number}`);
    await close();
    const gone = (await stored()).filter(({ withdrawn }) => withdrawn === true);
    assert.ok(gone.length > 0);
    for (const { answers: given, counted } of gone) assert.deepEqual([given, counted?.answers], [{}, {}]);
  });

  it('are emptied where fewer than ten people answered, however often it is counted', async () => {
    await answers(9);
    await close();
    await close();
    for (const { answers: given, profile } of await stored()) assert.deepEqual([given, profile], [{}, {}]);
    assert.equal((await stored()).length, 9);
    await answers(10);
    await close();
    for (const { answers: given } of await stored()) assert.equal(Object.keys(given).length, 2);
  });

  it('are emptied where fewer than ten still stand of those that were counted', async () => {
    await answers(30);
    await countAnswers(world.ports, world.prompt, { final: false });
    for (let number = 0; number < 21; number += 1) await world.withdraw(`anon-${number}`);
    await close();
    assert.equal((await stored()).filter(({ withdrawn }) => withdrawn !== true).length, 9);
    for (const { answers: given } of await stored()) assert.deepEqual(given, {});
  });

  it('are all sealed when two count at once', async () => {
    await answers(40);
    world.now = closed;
    await Promise.all([1, 2].map(() => countAnswers(world.ports, world.prompt, { final: true })));
    for (const { profile, counted } of await stored()) assert.deepEqual([profile, counted?.closed], [{}, true]);
    assert.equal((await figures())?.respondents?.cells.all?.[0], 40);
  });

  it('are counted once, even if somebody could still change them', async () => {
    await answers(30);
    await close();
    const before = await figures();
    for (let number = 0; number < 30; number += 1) {
      if (number % 2 === 0) await world.withdraw(`anon-${number}`);
      await world.answer(`anon-${number}`, wessex, { ...rated(1), ...said('Changed') });
    }
    await close();
    assert.deepEqual(await figures(), before);
  });

  it('lose their profile as soon as all of them is counted, and not before', async () => {
    await answers(40);
    await world.answer('anon-99', wessex, rated(1));
    await countAnswers(world.ports, world.prompt, { final: false });
    const after = await stored();
    assert.ok(after.some(isUncounted) && !after.every(isUncounted));
    for (const response of after) assert.deepEqual(response.profile, isUncounted(response) ? wessex : {});
  });

  it('that are changed after that are counted as what their owner is then', async () => {
    await answers(40);
    await countAnswers(world.ports, world.prompt, { final: false });
    for (let number = 0; number < 40; number += 1) await world.answer(`anon-${number}`, wessex, rated(5));
    await countAnswers(world.ports, world.prompt, { final: false });
    await close();
    assert.equal((await figures())?.q2?.cells['area:wessex']?.[0], 40);
  });
});
