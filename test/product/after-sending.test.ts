import assert from 'node:assert/strict';
import { cardsOf, deliveryOf, untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText } from './broadcasting.ts';
import { broadcast, english, filledIn, install, messageAbout, movableClock, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 8 }, (_, index) => madeUpPerson(index + 1));
const [answering, blocking] = [1, 2].map(personId) as [string, string];
const written = { 'title.en': 'Before', 'body.en': 'The old text', 'q1.kind': 'free-text', 'q1.text.en': 'What now?' };

describe('a prompt that was sent', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  let author: Actor;
  let message: TeamsMessage;
  let id: string;

  before(async () => {
    const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 500, idleMs: 50 };
    run = await startProductUnderTest({ people: [lead, ...staff], clock, config: { timing } });
    await install(run.teams);
    author = run.teams.as(lead.id);
  });

  after(() => run.close());

  beforeEach(async () => {
    clock.moveOn(8);
    run.teams.user(blocking).blocked = true;
    ({ progress: message, id } = await broadcast(run.teams, author, 'prompt', written));
    await answer(answering);
    run.teams.user(blocking).blocked = false;
  });

  const cardOf = (person: string) => messageAbout(run.teams.as(person), id);
  const answer = async (person: string) => {
    const actor = run.teams.as(person);
    await actor.executes(cardOf(person), 'prompt.answer', { q1: 'Nothing.' });
    const receipt = () => titleOf(cardOf(person).card) === english.t('receipt.title');
    await run.teams.settled(receipt, { what: 'the receipt to be stored' });
  };
  const others = staff.map((person) => person.id).filter((person) => person !== answering && person !== blocking);
  const newCards = (person: string, since: number) => run.teams.user(person).deliveries - since;

  it('is corrected in place: new text on the cards, receipts kept, no new message', async () => {
    const before = new Map(staff.map((person) => [person.id, run.teams.user(person.id).deliveries]));
    const form = await author.executes(message, 'broadcast.correct-form');
    assert.equal(filledIn(form.card)['title.en'], 'Before');
    await author.executes(message, 'broadcast.correct', { 'title.en': 'After', 'body.en': 'The new text' });
    await untilSent(run, id);
    for (const person of others) {
      assert.equal(titleOf(cardOf(person).card), 'After');
      assert.ok(cardText(cardOf(person).card).includes('The new text'));
      assert.ok(verbsOn(cardOf(person).card).has('prompt.answer'));
    }
    assert.equal(titleOf(cardOf(answering).card), english.t('receipt.title'));
    for (const person of staff) assert.equal(newCards(person.id, before.get(person.id) ?? 0), 0);
    const kept = await deliveryOf(run, id, 'correct-1', answering);
    assert.deepEqual([kept.state, kept.reason], ['skipped', 'answered']);
    assert.equal((await deliveryOf(run, id, 'correct-1', blocking)).reason, 'not-sent');
  });

  it('asks for what is missing in a correction, and keeps what was written', async () => {
    await author.executes(message, 'broadcast.correct-form');
    const inputs = { 'title.en': '', 'body.en': 'Half a text' };
    const { card } = await author.executes(message, 'broadcast.correct', inputs, { unchecked: true });
    assert.equal(titleOf(card), english.t('correct.title'));
    assert.equal(filledIn(card)['body.en'], 'Half a text');
    assert.equal((await run.product.stores.broadcasts.get(id))?.value.laterRuns, undefined);
  });

  it('is corrected once when Teams repeats the action', async () => {
    await author.executes(message, 'broadcast.correct-form');
    const inputs = { 'title.en': 'After', 'body.en': 'The new text' };
    await Promise.all([1, 2, 3].map(() => author.executes(message, 'broadcast.correct', inputs)));
    assert.equal((await run.product.stores.broadcasts.get(id))?.value.laterRuns?.length, 1);
    await untilSent(run, id);
  });

  it('is taken back: a notice in the place of every card, also of those who answered', async () => {
    await author.executes(message, 'broadcast.recall');
    await untilSent(run, id);
    for (const person of [answering, ...others]) {
      assert.equal(titleOf(cardOf(person).card), english.t('recalled.title'));
      assert.ok(!verbsOn(cardOf(person).card).has('prompt.answer'));
    }
    assert.equal(cardsOf(run, blocking, english.t('recalled.title')), 0);
    assert.equal((await deliveryOf(run, id, 'recall', blocking)).reason, 'not-sent');
    await run.teams.settled(() => !verbsOn(message.card).has('broadcast.recall'), { timeoutMs: 10_000 });
    assert.ok(!verbsOn(message.card).has('broadcast.remind'));
  });

  it('is taken back with the reminders that went out', async () => {
    clock.moveOn(1);
    await author.executes(message, 'broadcast.remind');
    await untilSent(run, id);
    await author.executes(message, 'broadcast.recall');
    await untilSent(run, id);
    for (const person of others) {
      const lastTwo = run.teams.user(person).messages.slice(-2);
      assert.deepEqual(
        lastTwo.map(({ card }) => titleOf(card)),
        Array(2).fill(english.t('recalled.title')),
      );
    }
  });
});
