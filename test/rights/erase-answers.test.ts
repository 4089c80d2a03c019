import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import type { Prompt } from '../../src/broadcasts/broadcast-state.ts';
import { decideBatch } from '../../src/insight/decide-batch.ts';
import { smallestFor } from '../../src/insight/smallest-group.ts';
import { emptySnapshot } from '../../src/insight/snapshot.ts';
import { putAnswer, takeBack } from '../../src/responses/stored-answer.ts';
import { eraseAnswers } from '../../src/rights/erase-answers.ts';
import { readPersonalData } from '../../src/rights/personal-data.ts';
import { openRightsWorld, type RightsWorld, staff } from './rights-world.ts';

const me = staff[0]?.id ?? '';

describe('erasing what a person answered', () => {
  let world: RightsWorld;

  beforeEach(async () => {
    world = await openRightsWorld('2026-06-01T09:00:00.000Z');
  });

  const respondents = async ({ id }: Prompt) => (await world.responses.page(id, 1_000)).responses.length;
  const snapshotOf = async ({ id }: Prompt) => (await world.results.snapshots.get(id))?.value;
  const texts = async ({ id }: Prompt) =>
    (await world.results.chunks.get(id, 'q2', 1))?.value.comments.map(({ text }) => text) ?? [];
  const counted = async (prompt: Prompt) => (await snapshotOf(prompt))?.figures.respondents?.cells;

  async function everywhereElse({ id }: Prompt): Promise<string> {
    const { responses } = await world.responses.page(id, 1_000);
    const about = await Promise.all([
      responses.filter(({ respondentId }) => respondentId !== me),
      world.results.snapshots.get(id),
      world.results.batches.get(id, 1),
      world.results.batches.get(id, 2),
      world.results.chunks.get(id, 'q2', 1),
    ]);
    return JSON.stringify(about);
  }

  /** Nothing is left that names me; of a confidential answer that was counted, only that there was one. */
  async function assertErased(prompt: Prompt): Promise<void> {
    const stored = (await world.responses.get(prompt.id, me))?.value;
    if (prompt.content.privacy === 'named') assert.equal(stored, undefined);
    else assert.deepEqual(stored, tombstone(prompt.id, stored?.revision, stored?.counted?.batch));
    assert.ok(!(await everywhereElse(prompt)).includes(me));
  }

  function tombstone(broadcastId: string, revision: number | undefined, batch: number | undefined) {
    const counted = { batch, answers: {}, groups: {}, closed: true };
    return { broadcastId, respondentId: me, answers: {}, revision, profile: {}, withdrawn: true, counted };
  }

  for (const privacy of ['named', 'confidential'] as const) {
    it(`removes an answer to a ${privacy} prompt that was not counted yet`, async () => {
      const prompt = await world.prompt(privacy);
      assert.deepEqual(await eraseAnswers(world, me), { answers: 1 });
      assert.equal(await respondents(prompt), staff.length - 1);
      assert.equal(await world.responses.get(prompt.id, me), undefined);
    });

    it(`removes an answer to a ${privacy} prompt that was counted, and what was written at once`, async () => {
      const prompt = await world.prompt(privacy);
      await world.count(prompt);
      assert.equal((await texts(prompt)).filter((text) => text === 'Rhubarb').length, staff.length);
      await eraseAnswers(world, me);
      assert.equal((await texts(prompt)).filter((text) => text === 'Rhubarb').length, staff.length - 1);
      await assertErased(prompt);
    });
  }

  it('leaves the figures of a confidential prompt exactly as they were published', async () => {
    const prompt = await world.prompt('confidential');
    await world.count(prompt);
    const before = await snapshotOf(prompt);
    await eraseAnswers(world, me);
    await world.count(prompt);
    assert.deepEqual((await snapshotOf(prompt))?.figures, before?.figures);
  });

  it('takes the answer out of the figures of a named prompt at once', async () => {
    const prompt = await world.prompt('named');
    await world.count(prompt);
    const before = JSON.stringify(await counted(prompt));
    await eraseAnswers(world, me);
    assert.ok(before.includes(`${staff.length}`));
    assert.equal(JSON.stringify(await counted(prompt)), before.replaceAll(`${staff.length}`, `${staff.length - 1}`));
  });

  it('finds nothing more the second time', async () => {
    for (const privacy of ['named', 'confidential'] as const) await world.count(await world.prompt(privacy));
    await eraseAnswers(world, me);
    assert.deepEqual(await eraseAnswers(world, me), { answers: 0 });
  });

  it('lets nobody count twice who answers a confidential prompt again, and erases that too', async () => {
    const prompt = await world.prompt('confidential');
    await world.count(prompt);
    const before = await snapshotOf(prompt);
    await eraseAnswers(world, me);
    const again = { q2: { kind: 'free-text', text: 'Custard' } } as const;
    const given = { broadcastId: prompt.id, respondentId: me, answers: again, profile: { area: 'wessex' } };
    await putAnswer(world.responses, given);
    await world.count(prompt);
    assert.deepEqual((await snapshotOf(prompt))?.figures, before?.figures);
    assert.ok(!(await texts(prompt)).includes('Custard'));
    assert.deepEqual(await eraseAnswers(world, me), { answers: 1 });
    await assertErased(prompt);
  });

  it('removes also what was left of an answer that was taken back', async () => {
    const prompt = await world.prompt('confidential');
    await world.count(prompt);
    await takeBack(world.responses, prompt.id, me);
    assert.ok((await world.responses.get(prompt.id, me)) !== undefined);
    assert.deepEqual(await eraseAnswers(world, me), { answers: 0 });
    await assertErased(prompt);
  });

  it('leaves anonymous answers, and that the person answered, as they are', async () => {
    const prompt = await world.prompt('anonymous');
    await eraseAnswers(world, me);
    assert.equal(await respondents(prompt), staff.length);
    assert.ok((await world.participation.get(prompt.id, me)) !== undefined);
  });

  it('leaves what others answered and everything that was sent', async () => {
    const prompt = await world.prompt('named');
    await eraseAnswers(world, me);
    for (const { id } of staff.slice(1)) assert.ok((await world.responses.get(prompt.id, id)) !== undefined, id);
    assert.equal((await readPersonalData(world, me)).messages.length, 1);
  });

  it('puts working time and language back, and leaves the rest of the entry', async () => {
    const stored = await world.people.get(me);
    assert.ok(stored !== undefined);
    const chosen = { language: 'cy', workingTime: { pattern: [{ day: 1, from: '09:00', to: '17:00' }] } } as const;
    await world.people.replace({ ...stored.value, ...chosen, site: 'Mold' }, stored.etag);
    await eraseAnswers(world, me);
    assert.deepEqual((await world.people.get(me))?.value, { ...stored.value, site: 'Mold' });
  });

  it('is written down with the number of answers and nothing else', async () => {
    await world.prompt('named');
    await world.prompt('confidential');
    await eraseAnswers(world, me);
    const [event, ...others] = await world.audit.listMonth('2026-06');
    assert.deepEqual(others, []);
    const { id: _id, at: _at, ...rest } = event ?? { id: '', at: '' };
    assert.deepEqual(rest, { who: me, what: 'person.erased', about: me, facts: { answers: 2 } });
  });

  /** A batch that is written down and then left, as a crash or another process in the midst of it leaves it. */
  async function beginBatch(privacy: PrivacyPromise): Promise<Prompt> {
    const prompt = await world.prompt(privacy);
    const { responses } = await world.responses.page(prompt.id, 1_000);
    const rules = { smallest: smallestFor(privacy), more: false };
    const batch = decideBatch(
      emptySnapshot(prompt.id),
      prompt.content.questions,
      responses,
      rules,
      world.now.toISOString(),
    );
    assert.ok(batch !== undefined);
    await world.results.batches.create(batch);
    return prompt;
  }

  for (const privacy of ['named', 'confidential'] as const) {
    it(`leaves nothing behind in a count of a ${privacy} prompt that is under way`, async () => {
      const prompt = await beginBatch(privacy);
      await eraseAnswers(world, me);
      await assertErased(prompt);
      await world.count(prompt);
      await assertErased(prompt);
      assert.equal((await texts(prompt)).filter((text) => text === 'Rhubarb').length, staff.length - 1);
    });

    it(`removes also what a count of a ${privacy} prompt that begins meanwhile writes down again`, async () => {
      let begun: Prompt | undefined;
      const prompt = await world.prompt(privacy);
      const { remove } = world.responses;
      const responses: RightsWorld['responses'] = {
        ...world.responses,
        remove: async (...about) => {
          if (begun === undefined) {
            begun = prompt;
            await world.count(prompt);
          }
          return remove(...about);
        },
      };
      await eraseAnswers({ ...world, clock: world.clock, responses }, me);
      assert.ok(begun !== undefined);
      await assertErased(prompt);
      assert.equal((await texts(prompt)).filter((text) => text === 'Rhubarb').length, staff.length - 1);
    });
  }
});
