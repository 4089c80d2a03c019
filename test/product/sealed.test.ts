import assert from 'node:assert/strict';
import { smallestGroup } from '../../src/insight/smallest-group.ts';
import { cardText } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import { everythingStored } from './everything-stored.ts';
import { broadcast, english, install, messageAbout, movableClock, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1));

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  privacy: 'anonymous',
  'q1.kind': 'free-text',
  'q1.text.en': 'Which?',
};

describe('an anonymous prompt that has closed', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  let id: string;
  let lonely: string;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, ...staff], clock, config: { timing: countingQuickly } });
    await install(run.teams);
    id = await asked(staff.length);
    clock.moveOn(8);
    lonely = await asked(smallestGroup - 1);
    clock.moveOn(30);
    await untilFinal(run, id, lonely);
  });

  after(() => run.close());

  /** Everybody is asked, and so many answer. */
  async function asked(people: number): Promise<string> {
    const prompt = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form, { unchecked: true });
    for (const { id: person } of staff.slice(0, people)) {
      const actor = run.teams.as(person);
      await actor.executes(messageAbout(actor, prompt.id), 'prompt.answer', { q1: `Rhubarb ${person}` });
    }
    return prompt.id;
  }

  it('shows each what they answered, from the card in which they did', async () => {
    const actor = run.teams.as(personId(3));
    const { card } = await actor.executes(messageAbout(actor, id), 'prompt.change');
    assert.equal(titleOf(card), english.t('closed.title'));
    assert.ok(cardText(card).includes(`Rhubarb ${personId(3)}`));
    assert.ok(cardText(card).includes(english.t('closed.counted')));
  });

  it('keeps nothing of what was answered where too few did, and says so', async () => {
    const stored = (await everythingStored(run)).responses?.filter(({ broadcastId }) => broadcastId === lonely) ?? [];
    assert.equal(stored.length, smallestGroup - 1);
    for (const item of stored) assert.ok(!JSON.stringify(item).includes('Rhubarb'));
    const actor = run.teams.as(personId(3));
    const { card } = await actor.executes(messageAbout(actor, lonely), 'prompt.change');
    assert.equal(titleOf(card), english.t('closed.title'));
    assert.ok(cardText(card).includes(english.t('closed.removed', { number: english.number(smallestGroup) })));
    const results = await actor.executes(messageAbout(actor, lonely), 'prompt.results');
    assert.ok(cardText(results.card).includes(english.t('sharedResults.tooFew', { count: smallestGroup })));
  });

  it('is not opened again: that is not on offer, and refused to whoever asks all the same', async () => {
    const before = (await run.product.stores.broadcasts.get(id))?.value;
    const progress = await presses(run.teams, lead.id, 'broadcast.progress', { broadcastId: id });
    assert.ok(!verbsOn(progress).has('broadcast.extend-form'));
    const later = { broadcastId: id, date: '2999-01-05', time: '17:00' };
    const filled = { broadcastId: id, 'deadline.date': later.date, 'deadline.time': later.time };
    for (const [verb, data] of [
      ['broadcast.extend-form', { broadcastId: id }],
      ['broadcast.extend-check', filled],
      ['broadcast.extend', later],
    ] as const) {
      const card = await presses(run.teams, lead.id, verb, data);
      assert.equal(titleOf(card), english.t('error.AnonymousStaysClosed.title'), verb);
    }
    assert.deepEqual((await run.product.stores.broadcasts.get(id))?.value, before);
  });
});
