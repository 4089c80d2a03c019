import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { isAnonymousId } from '../../src/responses/card-key.ts';
import type { Answers } from '../../src/responses/response.ts';
import { untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText, newest } from './broadcasting.ts';
import {
  broadcast,
  english,
  filledIn,
  inputOf,
  install,
  messageAbout,
  presses,
  titleOf,
  verbsOn,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1));

const kinds = [
  'one-choice',
  'several-choices',
  'scale',
  'rows',
  'free-text',
  'tagged-items',
  'free-text',
  'scale',
  'one-choice',
  'several-choices',
] as const;

const form: Inputs = Object.fromEntries([
  ['title.en', 'Ten questions'],
  ['body.en', 'Take your time.'],
  ...kinds.flatMap((kind, index) => {
    const id = `q${index + 1}`;
    return [
      [`${id}.kind`, kind],
      [`${id}.text.en`, `Question about ${id}`],
      [`${id}.options.en`, kind === 'free-text' ? '' : 'First\nSecond'],
      [`${id}.required`, String(kind !== 'free-text')],
    ];
  }),
]);

/** What is filled in at each step. */
const steps: readonly Inputs[] = [
  { q1: 'o2' },
  { q2: ['o1', 'o2'] },
  { q3: '5' },
  { 'q4.o1': 'yes', 'q4.o2': 'partly' },
  { q5: 'Ŵy *not* <b>bold</b>' },
  { 'q6.o2': 'both' },
  {},
  { q8: '1' },
  { q9: 'o1' },
  { q10: ['o2'] },
];

const answers: Answers = {
  q1: { kind: 'one-choice', option: 'o2' },
  q2: { kind: 'several-choices', options: ['o1', 'o2'] },
  q3: { kind: 'scale', value: 5 },
  q4: { kind: 'rows', rows: { o1: 'yes', o2: 'partly' } },
  q5: { kind: 'free-text', text: 'Ŵy *not* <b>bold</b>' },
  q6: { kind: 'tagged-items', tags: { o2: 'both' } },
  q8: { kind: 'scale', value: 1 },
  q9: { kind: 'one-choice', option: 'o1' },
  q10: { kind: 'several-choices', options: ['o2'] },
};

const next = english.t('step.next');
const back = english.t('step.back');
const send = english.t('prompt.send');
const at = (number: number) => english.t('prompt.question', { number, of: kinds.length });

for (const privacy of ['confidential', 'anonymous'] satisfies readonly PrivacyPromise[]) {
  describe(`a ${privacy} prompt with ten questions of all kinds`, function () {
    this.timeout(60_000);
    let run: ProductUnderTest;
    let id: string;

    before(async () => {
      const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 300, idleMs: 50 };
      run = await startProductUnderTest({ people: [lead, ...staff], config: { timing } });
      await install(run.teams);
      const written = { ...form, privacy };
      ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', written, { unchecked: true }));
    });

    after(() => run.close());

    const actor = (number: number, client?: string) => run.teams.as(personId(number), client);
    const message = (of: Actor) => messageAbout(of, id);
    const responses = async () => (await run.product.stores.responses.page(id, 100)).responses;
    const stored = async () => (await responses()).map((response) => response.answers);
    const shows = (of: TeamsMessage, text: string) =>
      run.teams.settled(() => cardText(of.card).includes(text), { what: `the stored card to show ${text}` });
    const stepTo = async (of: Actor, on: TeamsMessage, number: number, from = 1) => {
      for (let step = from; step < number; step += 1) {
        const { card } = await of.executes(on, next, steps[step - 1]);
        assert.ok(cardText(card).includes(at(step + 1)), cardText(card));
      }
    };
    const finish = async (of: Actor, on: TeamsMessage, from = 1) => {
      await stepTo(of, on, kinds.length, from);
      const { card } = await of.executes(on, send, steps.at(-1));
      assert.equal(titleOf(card), english.t('receipt.title'), cardText(card));
      return card;
    };

    it('asks one after another, with the promise on every card, and stores nothing before the end', async () => {
      const person = actor(1);
      const card = message(person);
      for (let step = 1; step <= kinds.length; step += 1) {
        const said = cardText(person.sees(card)?.card);
        assert.ok(said.includes(at(step)), said);
        assert.ok(said.includes(english.t('step.done', { done: step - 1, of: kinds.length })));
        assert.ok(said.includes(english.t(`promise.${privacy}.title`)));
        assert.deepEqual(await stored(), []);
        await person.executes(card, step === kinds.length ? send : next, steps[step - 1]);
      }
      assert.equal(titleOf(person.sees(card)?.card), english.t('receipt.title'));
      assert.deepEqual(await stored(), [answers]);
      const [response] = await responses();
      assert.equal(isAnonymousId(response?.respondentId ?? ''), privacy === 'anonymous');
      await shows(card, english.t('receipt.yourAnswers'));
    });

    it('goes back with what was filled in, right or wrong, and on again with all of it', async () => {
      const person = actor(2);
      const card = message(person);
      await stepTo(person, card, 4);
      await person.executes(card, back, { 'q4.o1': 'yes' });
      const before = await person.executes(card, back);
      assert.ok(cardText(before.card).includes(at(2)));
      assert.equal(filledIn(before.card).q2, 'o1,o2');
      await person.executes(card, next);
      const again = await person.executes(card, next);
      assert.ok(cardText(again.card).includes(at(4)));
      assert.deepEqual(filledIn(again.card), { 'q4.o1': 'yes' }, 'the row that was filled in before going back');
      await finish(person, card, 4);
      assert.deepEqual((await stored()).length, 2);
    });

    it('does not go on without an answer that is needed, and says so beside the question', async () => {
      const person = actor(3);
      const card = message(person);
      await stepTo(person, card, 4);
      for (const inputs of [{}, { 'q4.o2': 'no' }]) {
        const { card: refused } = await person.executes(card, next, inputs);
        const said = cardText(refused);
        assert.ok(said.includes(at(4)));
        assert.ok(said.includes(english.t('answerProblem.missing.rows')), said);
      }
      assert.deepEqual(filledIn(person.sees(card)?.card), { 'q4.o2': 'no' });
      await shows(card, english.t('answerProblem.missing.rows'));
      await finish(person, card, 4);
    });

    it('is found where it was on another device, and after it is opened again or reacted to', async () => {
      const [phone, laptop] = [actor(4, 'phone'), actor(4, 'laptop')];
      const card = message(phone);
      await stepTo(phone, card, 6);
      await shows(card, at(6));
      assert.equal(await laptop.opens(card), undefined, 'a step does not refresh');
      await phone.reacts(card);
      assert.ok(cardText(phone.sees(card)?.card).includes(at(6)));
      assert.ok(cardText(laptop.sees(card)?.card).includes(at(6)));
      const receipt = await finish(laptop, card, 6);
      assert.ok(cardText(receipt).includes('Ŵy \\*not\\*'));
    });

    it('takes a step once when it is pressed several times', async () => {
      const clients = ['phone', 'laptop', 'web'].map((client) => actor(5, client));
      const card = message(actor(5));
      for (const client of clients) await client.opens(card);
      const results = await Promise.all(clients.map((client) => client.executes(card, next, steps[0])));
      for (const result of results) assert.ok(cardText(result.card).includes(at(2)));
      const before = (await stored()).length;
      await shows(card, at(2));
      await stepTo(actor(5), card, kinds.length, 2);
      await run.teams.settled(() => cardText(card.card).includes(at(kinds.length)));
      const last = ['a', 'b', 'c'].map((client) => actor(5, client));
      const sent = await Promise.all(last.map((client) => client.executes(card, send, steps.at(-1))));
      for (const result of sent) assert.equal(titleOf(result.card), english.t('receipt.title'));
      assert.equal((await stored()).length, before + 1);
    });

    it('is changed step by step too, filled in with what was answered', async () => {
      const person = actor(1);
      const card = message(person);
      const { card: first } = await person.executes(card, 'prompt.change');
      assert.ok(cardText(first).includes(english.t('prompt.changing')));
      assert.equal(inputOf(first, 'q1')?.value, 'o2');
      await person.executes(card, next, { q1: 'o1' });
      for (let step = 2; step < kinds.length; step += 1) await person.executes(card, next);
      const { card: receipt } = await person.executes(card, send);
      assert.equal(titleOf(receipt), english.t('receipt.title'));
      const changed = (await responses()).filter(({ revision }) => revision === 2);
      assert.deepEqual(
        changed.map((response) => response.answers),
        [{ ...answers, q1: { kind: 'one-choice', option: 'o1' } }],
      );
    });

    it('works the same when it is opened from the waiting list, and the first message becomes the receipt', async () => {
      const person = actor(6);
      await person.says('waiting');
      const list = newest(person);
      await person.executes(list, 'prompt.show');
      await finish(person, list);
      await shows(message(person), english.t('receipt.yourAnswers'));
    });

    it('works the same from a reminder', async () => {
      const person = actor(7);
      const before = person.user.messages.length;
      await presses(run.teams, lead.id, 'broadcast.remind', { broadcastId: id });
      await untilSent(run, id, 30_000);
      assert.equal(person.user.messages.length, before + 1);
      const reminder = newest(person);
      assert.ok(cardText(reminder.card).includes(at(1)));
      await finish(person, reminder);
      await shows(message(person), english.t('receipt.yourAnswers'));
    });

    it('asks about a doubtful text at its own step, and not again at the end when it is kept', async () => {
      const person = actor(8);
      const card = message(person);
      await stepTo(person, card, 5);
      const text = 'Write to gwen.evans@example.org';
      const { card: asked } = await person.executes(card, next, { q5: text });
      assert.ok(cardText(asked).includes(english.t('doubt.email')));
      assert.equal(inputOf(asked, 'q5')?.value, text);
      const again = await person.executes(card, next);
      assert.ok(cardText(again.card).includes(english.t('doubt.email')), 'still the same text');
      const kept = await person.executes(card, english.t('doubt.keepAsItIs'));
      assert.ok(cardText(kept.card).includes(at(6)));
      await finish(person, card, 6);
      const all = await stored();
      assert.ok(all.some(({ q5 }) => q5?.kind === 'free-text' && q5.text === text));
    });

    it('asks again about a text that was kept and then changed', async () => {
      const person = actor(9);
      const card = message(person);
      await stepTo(person, card, 5);
      await person.executes(card, next, { q5: 'Write to gwen.evans@example.org' });
      await person.executes(card, english.t('doubt.keepAsItIs'));
      await person.executes(card, back);
      const { card: asked } = await person.executes(card, next, { q5: 'Write to tom@example.org' });
      assert.ok(cardText(asked).includes(english.t('doubt.email')));
      await finish(person, card, 5);
    });

    it('refuses steps that no card offers, and takes nothing from them', async () => {
      const before = await stored();
      const key = 'A'.repeat(22);
      for (const data of [
        { from: 1, to: 11 },
        { from: 11, to: 1 },
        { from: 0, to: 1 },
        { from: 1, to: 2, given: 'q1' },
        { from: 1, to: 2, given: { q1: 7 } },
        { from: 1, to: 2, accepted: 'q1' },
        { from: 1, to: 2, key: 'short' },
        {},
      ]) {
        const card = await presses(run.teams, personId(10), 'prompt.step', { broadcastId: id, key, ...data });
        assert.equal(titleOf(card), english.t('error.ActionMalformed.title'), JSON.stringify(data));
      }
      const forged = { broadcastId: id, key, from: 1, to: 2, q1: 'o1', given: { q3: '9', q99: 'x', 'q4.o1': 'maybe' } };
      const card = await presses(run.teams, personId(10), 'prompt.step', forged);
      assert.ok(cardText(card).includes(at(2)));
      assert.ok(!/"(q99|q3|q4\.o1)"/.test(JSON.stringify(card)), 'what is no answer is not carried on');
      assert.deepEqual(await stored(), before);
    });

    it('finds what is missing when the end is sent without the steps before', async () => {
      const data = { broadcastId: id, key: 'B'.repeat(22), step: 10, given: { q1: 'o1' }, q10: 'o1' };
      const card = await presses(run.teams, personId(11), 'prompt.answer', data);
      assert.ok(cardText(card).includes(at(2)), 'the first question with which something is wrong');
      assert.ok(verbsOn(card).has('prompt.step'));
      assert.ok(cardText(card).includes(english.t('answerProblem.missing.several-choices')));
    });
  });
}
