import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { isProductError } from '../../src/errors/product-error.ts';
import { readPersonalData } from '../../src/rights/personal-data.ts';
import { record } from '../../src/rights/record.ts';
import { removeOverdue } from '../../src/rights/remove-overdue.ts';
import { sampleDelivery } from '../contract/samples.ts';
import { lead, openRightsWorld, type RightsWorld, staff } from './rights-world.ts';

const me = staff[0]?.id ?? '';

describe('what is held about a person', () => {
  let world: RightsWorld;

  beforeEach(async () => {
    world = await openRightsWorld('2026-06-01T09:00:00.000Z');
  });

  it('is their entry alone where nothing happened', async () => {
    const { person, ...rest } = await readPersonalData(world, me);
    assert.equal(person.id, me);
    assert.deepEqual(rest, { answers: [], anonymous: [], messages: [], written: [], recorded: [] });
  });

  it('is every answer with their name, with its prompt, and of others nothing', async () => {
    const [named, confidential] = [await world.prompt('named'), await world.prompt('confidential')];
    const { answers } = await readPersonalData(world, me);
    assert.deepEqual(new Set(answers.map(({ prompt }) => prompt.id)), new Set([named.id, confidential.id]));
    assert.deepEqual(new Set(answers.map(({ response }) => response.respondentId)), new Set([me]));
  });

  it('is of an anonymous prompt only that they answered it', async () => {
    const prompt = await world.prompt('anonymous');
    const { answers, anonymous } = await readPersonalData(world, me);
    assert.deepEqual(answers, []);
    assert.deepEqual(
      anonymous.map(({ id }) => id),
      [prompt.id],
    );
  });

  it('is what became of every card for them, in every pass', async () => {
    const runs = [{ id: 'correct-1', requestedBy: lead.id, requestedAt: '2026-06-02T09:00:00.000Z' }] as const;
    const update = await world.update({ laterRuns: runs });
    const corrected = sampleDelivery({ broadcastId: update.id, personId: me, run: 'correct-1' });
    await world.deliveries.create(corrected);
    const { messages } = await readPersonalData(world, me);
    assert.deepEqual(
      messages.map(({ broadcast, deliveries }) => [broadcast.id, deliveries.map(({ run }) => run)]),
      [[update.id, ['send', 'correct-1']]],
    );
    assert.deepEqual(messages[0]?.deliveries[1], corrected);
  });

  it('is what they wrote and did, and what was done to their entry, for a lead', async () => {
    const update = await world.update();
    await record(world, { who: lead.id, what: 'broadcast.confirmed', about: update.id, facts: {} });
    await record(world, { who: me, what: 'person.exported', about: me, facts: { as: 'text' } });
    await record(world, { who: me, what: 'duties.changed', about: lead.id, facts: {} });
    const { written, recorded, messages } = await readPersonalData(world, lead.id);
    assert.deepEqual(
      written.map(({ id }) => id),
      [update.id],
    );
    assert.deepEqual(new Set(recorded.map(({ what }) => what)), new Set(['broadcast.confirmed', 'duties.changed']));
    assert.deepEqual(messages, []);
  });

  it('leaves out no prompt because it is old, as long as it is held', async () => {
    const prompt = await world.prompt('named');
    world.now = new Date('2029-01-01T00:00:00.000Z');
    assert.equal((await readPersonalData(world, me)).answers.length, 1);
    await removeOverdue(world, new AbortController().signal);
    const { answers, messages } = await readPersonalData(world, me);
    assert.deepEqual([answers, messages], [[], []]);
    assert.ok(await world.broadcasts.get(prompt.id));
  });

  it('is not to be had of somebody unknown', async () => {
    await assert.rejects(readPersonalData(world, ulid()), (error) => isProductError(error, 'PersonUnknown'));
  });
});
