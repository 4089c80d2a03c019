import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import { cardText, newest } from './broadcasting.ts';
import {
  broadcast,
  english,
  inputOf,
  install,
  messageAbout,
  movableClock,
  presses,
  titleOf,
  verbsOn,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1));

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
  'q2.required': 'false',
};

for (const privacy of ['named', 'confidential', 'anonymous'] satisfies readonly PrivacyPromise[]) {
  describe(`an answer to a ${privacy} prompt`, function () {
    this.timeout(60_000);
    const clock = movableClock();
    let run: ProductUnderTest;
    let id: string;

    before(async () => {
      const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 300, idleMs: 50 };
      run = await startProductUnderTest({ people: [lead, ...staff], clock, config: { timing } });
      await install(run.teams);
      ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', { ...form, privacy }, { unchecked: true }));
    });

    after(() => run.close());

    const actor = (number: number, client?: string) => run.teams.as(personId(number), client);
    const message = (of: Actor) => messageAbout(of, id);
    const answers = async () => {
      const { responses } = await run.product.stores.responses.page(id, 100);
      return responses.filter(({ withdrawn }) => withdrawn !== true).map((response) => response.answers);
    };
    const ledger = async () => (await run.product.stores.participation.page(id, 100)).participations.length;
    const isStored = (of: Actor, title: string) =>
      run.teams.settled(() => titleOf(message(of).card) === title, { what: `the stored card “${title}”` });

    it('can be taken back, with a card that says so and offers to answer again', async () => {
      const person = actor(1);
      await person.executes(message(person), 'prompt.answer', { q1: 'o1' });
      assert.equal((await answers()).length, 1);
      const { card } = await person.executes(message(person), 'prompt.withdraw');
      assert.equal(titleOf(card), english.t('withdrawn.title'));
      assert.deepEqual([await answers(), await ledger()], [[], 0]);
      await isStored(person, english.t('withdrawn.title'));
      await person.says('waiting');
      assert.ok(cardText(newest(person).card).includes('Case files'), 'it waits for an answer again');
      const { card: questions } = await person.executes(message(person), 'prompt.show');
      assert.ok(verbsOn(questions).has('prompt.answer'));
      await person.executes(message(person), 'prompt.answer', { q1: 'o2' });
      assert.deepEqual(await answers(), [{ q1: { kind: 'one-choice', option: 'o2' } }]);
    });

    it('is taken back once when that is pressed several times, and says the same each time', async () => {
      const before = await answers();
      const clients = ['phone', 'laptop', 'web'].map((client) => actor(2, client));
      const card = message(actor(2));
      await clients[0]?.executes(card, 'prompt.answer', { q1: 'o1' });
      await isStored(actor(2), english.t('receipt.title'));
      const results = await Promise.all(clients.map((client) => client.executes(card, 'prompt.withdraw')));
      for (const result of results) assert.equal(titleOf(result.card), english.t('withdrawn.title'));
      assert.deepEqual(await answers(), before);
    });

    it('comes back filled in when it may name a case or a person, and goes as it is when that is meant', async () => {
      const person = actor(3);
      const before = (await answers()).length;
      const why = 'See 52SB1234567, or ring 07700 900123';
      const { card } = await person.executes(message(person), 'prompt.answer', { q1: 'o1', q2: why });
      const said = cardText(card);
      for (const text of ['doubt.case-number', 'doubt.phone', 'doubt.advice'] as const) {
        assert.ok(said.includes(english.t(text)), text);
      }
      assert.ok(said.includes(english.t('doubt.summary', { number: 2 })));
      assert.deepEqual([inputOf(card, 'q1')?.value, inputOf(card, 'q2')?.value], ['o1', why]);
      assert.equal((await answers()).length, before, 'nothing is stored yet');
      const sent = await person.executes(message(person), english.t('doubt.sendAsItIs'));
      assert.equal(titleOf(sent.card), english.t('receipt.title'));
      assert.ok((await answers()).some(({ q2 }) => q2?.kind === 'free-text' && q2.text === why));
    });

    it('goes without being asked about when the person takes out what was found', async () => {
      const person = actor(4);
      await person.executes(message(person), 'prompt.answer', { q1: 'o1', q2: 'Ask gwen@example.org' });
      const { card } = await person.executes(message(person), english.t('prompt.send'), { q2: 'Ask us' });
      assert.equal(titleOf(card), english.t('receipt.title'));
    });

    it('is one answer from two cards, whichever was used', async () => {
      const person = actor(5);
      const first = message(person);
      await presses(run.teams, lead.id, 'broadcast.remind', { broadcastId: id });
      await untilSent(run, id, 30_000);
      const reminder = newest(person);
      const before = (await answers()).length;
      await person.executes(reminder, 'prompt.answer', { q1: 'o1' });
      await isStored(person, english.t('receipt.title'));
      const { card: changing } = await person.executes(first, 'prompt.change');
      assert.equal(inputOf(changing, 'q1')?.value, 'o1', 'the first card leads to the answer as well');
      const { card } = await person.executes(first, 'prompt.answer', { q1: 'o2' });
      assert.equal(titleOf(card), english.t('receipt.title'));
      assert.equal((await answers()).length, before + 1);
    });

    it('that was given from another card is found where the promise allows it', async () => {
      const person = actor(6);
      const [first, reminder] = [message(person), newest(person)];
      assert.notEqual(first.id, reminder.id);
      const before = (await answers()).length;
      await person.executes(first, 'prompt.answer', { q1: 'o1' });
      const { card } = await person.executes(reminder, 'prompt.answer', { q1: 'o2' });
      const expected = privacy === 'anonymous' ? 'elsewhere.title' : 'receipt.title';
      assert.equal(titleOf(card), english.t(expected));
      assert.equal((await answers()).length, before + 1);
      await person.says('my answers');
      const list = cardText(newest(person).card);
      assert.equal(list.includes(english.t('myAnswers.anonymous')), privacy === 'anonymous');
      assert.equal(list.includes('Second'), privacy !== 'anonymous');
    });

    it('is shown on the closed card, and cannot be changed or taken back any more', async () => {
      const [early, late] = [actor(7), actor(8)];
      await early.executes(message(early), 'prompt.answer', { q1: 'o2' });
      await isStored(early, english.t('receipt.title'));
      const before = await answers();
      const old = message(early).card;
      clock.moveOn(30);
      for (const button of ['prompt.change', 'prompt.withdraw']) {
        const { card } = await run.teams.as(personId(7), button).executes(message(early), button);
        assert.equal(titleOf(card), english.t('closed.title'));
        assert.ok(cardText(card).includes(english.t('closed.counted')));
        assert.ok(cardText(card).includes('Second'));
        assert.equal(/"key":/.test(JSON.stringify(card)), privacy === 'anonymous', 'the key stays with the card');
      }
      assert.ok(old !== undefined);
      const { card } = await late.executes(message(late), 'prompt.answer', { q1: 'o1' });
      assert.equal(titleOf(card), english.t('closed.title'));
      assert.ok(cardText(card).includes(english.t('closed.contact', { contact: 'roadmap@example.org' })));
      assert.ok(cardText(card).includes(english.t('closed.notCounted')));
      assert.deepEqual(await answers(), before);
    });
  });
}
