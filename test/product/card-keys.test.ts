import assert from 'node:assert/strict';
import { cardKeyPlaceholder, respondentIdOf } from '../../src/responses/card-key.ts';
import { untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { Json } from '../simulator/json.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { newest } from './broadcasting.ts';
import { broadcast, english, install, jsonWithin, messageAbout, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
/** The last of them would be known by the role. */
const staff = Array.from({ length: 14 }, (_, index) =>
  madeUpPerson(index + 1, { role: index === 13 ? 'digital' : 'legal' }),
);

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  privacy: 'anonymous',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
};

/** The key in the buttons of a card; every button of it has the same. */
function keyOn(card: Json | undefined): string {
  const keys = new Set(jsonWithin(card).flatMap(({ key }) => (typeof key === 'string' ? [key] : [])));
  const [key, ...others] = keys;
  assert.ok(key !== undefined && others.length === 0, `${keys.size} keys on ${JSON.stringify(card)}`);
  return key;
}

describe('the cards of an anonymous prompt', function () {
  this.timeout(60_000);
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 300, idleMs: 50 };
    run = await startProductUnderTest({ people: [lead, ...staff], config: { timing } });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form, { unchecked: true }));
  });

  after(() => run.close());

  const actor = (number: number, client?: string) => run.teams.as(personId(number), client);
  const message = (of: Actor) => messageAbout(of, id);
  const answer = (of: Actor, on: TeamsMessage, q1 = 'o1') => of.executes(on, 'prompt.answer', { q1 });
  const stored = async (key: string) => (await run.product.stores.responses.get(id, respondentIdOf(key)))?.value;
  const all = async () => (await run.product.stores.responses.page(id, 100)).responses;
  const participates = async (number: number) =>
    (await run.product.stores.participation.get(id, personId(number))) !== undefined;
  const remind = async () => {
    await presses(run.teams, lead.id, 'broadcast.remind', { broadcastId: id });
    await untilSent(run, id);
  };

  it('have a key of their own each, in every button', () => {
    const keys = staff.map((_, index) => keyOn(message(actor(index + 1)).card));
    assert.equal(new Set([...keys, cardKeyPlaceholder]).size, staff.length + 1);
  });

  it('lead to an answer that says no more of the person than ten of the audience have in common', async () => {
    for (const number of [1, 14]) {
      const key = keyOn(message(actor(number)).card);
      const { card } = await answer(actor(number), message(actor(number)));
      assert.equal(titleOf(card), english.t('receipt.title'));
      assert.equal(keyOn(card), key);
      assert.deepEqual(await stored(key), {
        broadcastId: id,
        respondentId: respondentIdOf(key),
        answers: { q1: { kind: 'one-choice', option: 'o1' } },
        revision: 1,
        profile: { area: 'wessex', language: 'en' },
      });
      assert.ok(await participates(number));
    }
  });

  it('take one answer when the same action comes from all devices at once', async () => {
    const before = (await all()).length;
    const clients = ['phone', 'laptop', 'tablet', 'web'].map((client) => actor(2, client));
    const key = keyOn(message(actor(2)).card);
    const results = await Promise.all(clients.map((client) => answer(client, message(client))));
    for (const { card } of results) assert.equal(titleOf(card), english.t('receipt.title'));
    assert.equal((await stored(key))?.revision, 1);
    assert.equal((await all()).length, before + 1);
  });

  it('lead to the same answer after it was made anew, and count its changes', async () => {
    const [person, key] = [actor(3), keyOn(message(actor(3)).card)];
    await answer(person, message(person));
    for (let time = 0; time < 3; time += 1) {
      const response = await run.product.stores.responses.get(id, respondentIdOf(key));
      assert.ok(response !== undefined);
      await run.product.stores.responses.rewrite(response.value, response.etag);
      await run.product.stores.participation.touch(id, personId(3));
    }
    await person.executes(message(person), 'prompt.change');
    const { card } = await answer(person, message(person), 'o2');
    assert.equal(titleOf(card), english.t('receipt.title'));
    const { revision, answers } = (await stored(key)) ?? {};
    assert.deepEqual([revision, answers], [2, { q1: { kind: 'one-choice', option: 'o2' } }]);
  });

  it('of a reminder have another key, take one answer together, and go to nobody who has answered', async () => {
    const before = staff.map((person) => run.teams.user(person.id).deliveries);
    await remind();
    const reminded = staff.map((person, index) => run.teams.user(person.id).deliveries - (before[index] ?? 0));
    assert.deepEqual(
      reminded,
      staff.map((_, index) => ([0, 1, 2, 13].includes(index) ? 0 : 1)),
    );
    const [phone, laptop] = [actor(4, 'phone'), actor(4, 'laptop')];
    const [first, reminder] = [message(phone), newest(phone)];
    const keys = [keyOn(first.card), keyOn(reminder.card)];
    assert.notEqual(keys[0], keys[1]);
    const results = await Promise.all([answer(phone, first), answer(laptop, reminder, 'o2')]);
    assert.deepEqual(
      results.map(({ card }) => titleOf(card)).toSorted(),
      [english.t('receipt.title'), english.t('elsewhere.title')].toSorted(),
    );
    const kept = await Promise.all(keys.map(stored));
    assert.equal(kept.filter((each) => each !== undefined).length, 1);
  });

  it('can each be answered once the answer from another was withdrawn', async () => {
    const person = actor(5);
    const [first, reminder] = [message(person), newest(person)];
    const keys = [keyOn(first.card), keyOn(reminder.card)];
    await answer(person, first);
    await person.executes(first, 'prompt.withdraw');
    assert.equal(await participates(5), false);
    const { card } = await answer(person, reminder, 'o2');
    assert.equal(titleOf(card), english.t('receipt.title'));
    assert.deepEqual(await Promise.all(keys.map(async (key) => (await stored(key))?.answers)), [
      undefined,
      { q1: { kind: 'one-choice', option: 'o2' } },
    ]);
    assert.ok(await participates(5));
  });

  it('are refused without a key, or with the placeholder, and nothing is stored', async () => {
    const before = (await all()).length;
    for (const key of [undefined, cardKeyPlaceholder]) {
      const card = await presses(run.teams, personId(6), 'prompt.answer', { broadcastId: id, key, q1: 'o1' });
      assert.equal(titleOf(card), english.t('error.CardKeyMissing.title'));
    }
    assert.equal((await all()).length, before);
    assert.equal(await participates(6), false);
  });

  it('are corrected for those who have not answered, each with a fresh key, and the others keep theirs', async () => {
    const numbers = staff.map((_, index) => index + 1);
    const open: number[] = [];
    for (const number of numbers) if (!(await participates(number))) open.push(number);
    const keysNow = () => new Map(numbers.map((number) => [number, keyOn(newest(actor(number)).card)]));
    const before = keysNow();
    const texts = { 'title.en': 'Case files, corrected', 'body.en': 'Say now.' };
    await presses(run.teams, lead.id, 'broadcast.correct', { broadcastId: id, ...texts });
    await untilSent(run, id);
    const after = keysNow();
    for (const number of numbers) {
      const [old, now] = [before.get(number), after.get(number)];
      assert.equal(old !== now, open.includes(number), `person ${number}`);
      assert.notEqual(now, cardKeyPlaceholder);
    }
    const person = actor(open[0] ?? 0);
    assert.equal(titleOf((await answer(person, newest(person))).card), english.t('receipt.title'));
  });
});
