import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { cardText, newest } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import { broadcast, english, install, messageAbout, movableClock, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1));
const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  privacy: 'confidential',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
};

describe('a confidential answer that was erased after it was counted', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, ...staff], clock, config: { timing: countingQuickly } });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form, { unchecked: true }));
    for (const { id: person } of staff) {
      const actor = run.teams.as(person);
      await actor.executes(messageAbout(actor, id), 'prompt.answer', { q1: 'o1', q2: `Rhubarb of ${person}` });
    }
    clock.moveOn(30);
    await untilFinal(run, id);
    await presses(run.teams, personId(4), 'held.erase', { sure: true });
  });

  after(() => run.close());

  const results = async () => cardText(await presses(run.teams, lead.id, 'results.show', { broadcastId: id }));
  const stored = async () => (await run.product.stores.responses.get(id, personId(4)))?.value;

  it('stays in the figures, and leaves nothing else but that there was one, which the person is told', async () => {
    assert.match(await results(), /First: 12/);
    const left = await stored();
    assert.deepEqual([left?.answers, left?.profile, left?.counted?.answers], [{}, {}, {}]);
    const actor = run.teams.as(personId(4));
    await actor.says('my data');
    assert.ok(cardText(newest(actor).card).includes(english.t('held.erased')));
  });

  it('is not counted a second time when the person answers again after the questions were opened again', async () => {
    const before = (await run.product.stores.results.snapshots.get(id))?.value;
    const until = new Date(clock.now().getTime() + 10 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await presses(run.teams, lead.id, 'broadcast.extend', { broadcastId: id, date: until, time: '17:00' });
    // Longer than any process keeps what it read of a prompt.
    await setTimeout(2_100);
    const inputs = { q1: 'o2', q2: 'Custard' };
    const card = await presses(run.teams, personId(4), 'prompt.answer', { broadcastId: id, ...inputs });
    assert.equal(titleOf(card), english.t('receipt.title'));
    clock.moveOn(11);
    for (let look = 1; ; look += 1) {
      const now = (await run.product.stores.results.snapshots.get(id))?.value;
      if (now?.finalFor !== before?.finalFor && now?.finalFor !== undefined) break;
      assert.ok(look < 300, 'never counted again');
      await setTimeout(100);
    }
    const said = await results();
    assert.match(said, /First: 12/);
    assert.ok(!said.includes('Custard') && !said.includes(`Rhubarb of ${personId(4)}`));
    assert.deepEqual((await stored())?.answers.q1, { kind: 'one-choice', option: 'o2' });
  });
});
