import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { type Product, startProduct } from '../../src/compose.ts';
import { respondentIdOf } from '../../src/responses/card-key.ts';
import type { Actor } from '../simulator/actor.ts';
import type { Json } from '../simulator/json.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText } from './broadcasting.ts';
import { everythingStored } from './everything-stored.ts';
import { broadcast, english, install, messageAbout, movableClock, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const author = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 14 }, (_, index) => madeUpPerson(index + 1));
const answering = staff.slice(0, 12);
const silent = staff.slice(12);

const form = {
  'title.en': 'How is it going?',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'The first\nThe second',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
};
const wroteOf = (index: number) => `Words of number ${index}`;
const chosenBy = (index: number) => (index % 4 === 0 ? 'o2' : 'o1');
const title = english.t('sharedResults.title');

describe('what came of it, for those who answered', function () {
  this.timeout(120_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  /** What sends, apart from what serves, so that it can be stopped. */
  let senders: readonly Product[];

  const startSenders = async (count: number) => {
    const one = { ...run.config, role: 'sender', http: { ...run.config.http, port: 0 } } as const;
    senders = await Promise.all(
      Array.from({ length: count }, () => startProduct(one, pino({ level: 'silent' }), clock)),
    );
  };
  const stopSenders = async () => void (await Promise.all(senders.map((sender) => sender.stop())));

  before(async () => {
    run = await startProductUnderTest({
      people: [author, ...staff],
      clock,
      // Slowly enough that a sender can be stopped in the middle of a dozen cards.
      config: { role: 'web', tenantPerSecond: 4, timing: { sweepMs: 300, resultsLookMs: 200 } },
    });
    await startSenders(1);
    await install(run.teams);
  });

  after(async () => {
    await stopSenders();
    await run.close();
  });

  /** Asks everybody, and has the first so many answer; gives back what each of them was answered with. */
  async function ask(privacy: string, people = answering) {
    const asked = await broadcast(
      run.teams,
      run.teams.as(author.id),
      'prompt',
      { ...form, privacy },
      { unchecked: true },
    );
    const receipts: Json[] = [];
    for (const [index, { id }] of people.entries()) {
      const actor = run.teams.as(id);
      const inputs = { q1: chosenBy(index), q2: wroteOf(index) };
      const { card } = await actor.executes(messageAbout(actor, asked.id), 'prompt.answer', inputs);
      receipts.push(card ?? assert.fail('no receipt'));
    }
    return { ...asked, receipts };
  }

  /** Lets the deadline pass, within a week, and all be counted. */
  async function close(id: string): Promise<void> {
    clock.moveOn(20);
    await until('the figures to be final', async () => {
      const snapshot = await run.product.stores.results.snapshots.get(id);
      return snapshot?.value.finalFor !== undefined;
    });
  }

  async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let look = 0; look < 200; look += 1) {
      if (await isSo()) return;
      await setTimeout(100);
    }
    assert.fail(`Waited in vain for ${what}`);
  }

  const runOf = async (id: string) =>
    (await run.product.stores.broadcasts.get(id))?.value.laterRuns?.find((each) => each.id === 'results');
  const untilSent = (id: string) =>
    until('the results to be sent', async () => (await runOf(id))?.finishedAt !== undefined);

  const resultsIn = (actor: Actor, since: number): readonly TeamsMessage[] =>
    actor.user.messages.slice(since).filter(({ card }) => titleOf(card) === title);
  const seenBefore = () => new Map(staff.map(({ id }) => [id, run.teams.as(id).user.messages.length]));
  const sharedWith = (id: string, seen: ReadonlyMap<string, number>) => resultsIn(run.teams.as(id), seen.get(id) ?? 0);

  describe('to a confidential prompt', () => {
    let id: string;
    let seen: ReadonlyMap<string, number>;

    before(async () => {
      ({ id } = await ask('confidential'));
      seen = seenBefore();
      await close(id);
      await untilSent(id);
    });

    it('comes once to each, with their own answers beside what everybody said', () => {
      for (const [index, person] of answering.entries()) {
        const [message, ...others] = sharedWith(person.id, seen);
        assert.equal(others.length, 0);
        const said = cardText(message?.card);
        assert.match(said, /12 of the 14 people who got these questions answered/);
        assert.match(said, /The first: 9 \(75%\) · The second: 3 \(25%\)/);
        assert.ok(
          said.includes(`${english.t('sharedResults.you')}\n${chosenBy(index) === 'o2' ? 'The second' : 'The first'}`),
        );
        assert.ok(said.includes(wroteOf(index)));
        const lines = said.split('\n');
        const ofOthers = answering
          .map((_, other) => other)
          .filter((other) => other !== index && lines.includes(wroteOf(other)));
        assert.deepEqual(ofOthers, [], 'what others wrote is on it');
      }
    });

    it('does not come to those who did not answer, and the report says why', async () => {
      for (const person of silent) assert.equal(sharedWith(person.id, seen).length, 0);
      const { outcomes } = await run.product.stores.deliveries.progress(id, 'results');
      const [outcome] = outcomes.values();
      assert.deepEqual(outcome?.reasons, { 'not-answered': silent.length });
      assert.equal(outcome?.sent, answering.length);
    });

    it('is behind a button of the card of whoever looks at their closed questions', async () => {
      const [person = author] = answering;
      const closed = await presses(run.teams, person.id, 'prompt.show', { broadcastId: id });
      assert.equal(titleOf(closed), english.t('closed.title'));
      assert.ok(verbsOn(closed).has('prompt.results'));
      const opened = await presses(run.teams, person.id, 'prompt.results', { broadcastId: id });
      assert.equal(titleOf(opened), title);
      assert.ok(cardText(opened).includes(wroteOf(0)));
    });

    it('is not shown to somebody who did not answer', async () => {
      const [person = author] = silent;
      const closed = await presses(run.teams, person.id, 'prompt.show', { broadcastId: id });
      assert.ok(!verbsOn(closed).has('prompt.results'));
      const refused = await presses(run.teams, person.id, 'prompt.results', { broadcastId: id });
      assert.equal(titleOf(refused), english.t('error.NothingAnswered.title'));
    });
  });

  describe('to an anonymous prompt', () => {
    let id: string;
    let receipts: readonly Json[];
    let seen: ReadonlyMap<string, number>;
    const keyOf = (index: number) => {
      const found = /"key":"([\w-]{22})"/.exec(JSON.stringify(receipts[index]));
      return found?.[1] ?? assert.fail('no key');
    };

    before(async () => {
      ({ id, receipts } = await ask('anonymous'));
      seen = seenBefore();
    });

    it('is promised on the card in which a person answered, and not there before the questions close', async () => {
      for (const receipt of receipts) assert.ok(verbsOn(receipt).has('prompt.results'));
      const [person = author] = answering;
      const early = await presses(run.teams, person.id, 'prompt.results', { broadcastId: id, key: keyOf(0) });
      assert.equal(titleOf(early), english.t('error.ResultsNotReady.title'));
    });

    it('comes once to each, without their own answers, and with the way to them', async () => {
      await close(id);
      await untilSent(id);
      for (const person of answering) {
        const [message, ...others] = sharedWith(person.id, seen);
        assert.equal(others.length, 0);
        const said = cardText(message?.card);
        assert.match(said, /The first: 9 \(75%\) · The second: 3 \(25%\)/);
        assert.ok(said.includes(english.t('sharedResults.elsewhere', { button: english.t('sharedResults.button') })));
        assert.ok(!said.includes(english.t('sharedResults.you')) && !said.includes('Words of number'));
      }
      for (const person of silent) assert.equal(sharedWith(person.id, seen).length, 0);
    });

    it('shows each their own answers from the card in which they answered, which stays there', async () => {
      for (const [index, { id: person }] of answering.entries()) {
        const actor = run.teams.as(person);
        const message = messageAbout(actor, id);
        const { card } = await actor.executes(message, 'prompt.results');
        assert.equal(titleOf(card), title);
        assert.ok(cardText(card).includes(wroteOf(index)));
        assert.ok(JSON.stringify(card).includes(keyOf(index)), 'there is no way back');
        assert.ok(JSON.stringify(message.card).includes(keyOf(index)), 'the key is gone from the chat');
        const back = await actor.executes(message, 'prompt.show');
        assert.ok(cardText(back.card).includes(wroteOf(index)));
      }
    });

    it('shows no answer to whoever has another key or none', async () => {
      const [person = author] = answering;
      for (const key of [undefined, keyOf(1), 'A'.repeat(22)]) {
        const data = { broadcastId: id, ...(key === undefined ? {} : { key }) };
        const card = await presses(run.teams, person.id, 'prompt.results', data);
        assert.ok(!cardText(card).includes(wroteOf(0)), key);
      }
    });

    it('ties nobody to an answer in anything that was written', async () => {
      const stored = Object.values(await everythingStored(run)).flat();
      const writings = [...stored.map((item) => JSON.stringify(item)), ...run.logged];
      for (const [index, person] of answering.entries()) {
        const respondent = respondentIdOf(keyOf(index));
        for (const writing of writings) {
          assert.ok(!writing.includes(keyOf(index)), writing);
          assert.ok(!(writing.includes(person.id) && writing.includes(respondent)), writing);
        }
      }
    });
  });

  it('comes to nobody when fewer than ten answered, and says so to whoever asks', async () => {
    for (const privacy of ['named', 'confidential']) {
      const { id } = await ask(privacy, staff.slice(0, 9));
      const seen = seenBefore();
      await close(id);
      await setTimeout(1_500);
      assert.equal(await runOf(id), undefined);
      for (const person of staff) assert.equal(sharedWith(person.id, seen).length, 0);
      const card = await presses(run.teams, staff[0]?.id ?? '', 'prompt.results', { broadcastId: id });
      assert.ok(cardText(card).includes(english.t('sharedResults.tooFew', { count: 10 })));
    }
  });

  it('comes to nobody when the author keeps it, and is not on offer', async () => {
    const { id, progress } = await ask('confidential');
    const lead = run.teams.as(author.id);
    const kept = await lead.executes(progress, 'broadcast.keep-results');
    assert.ok(cardText(kept.card).includes(english.t('progress.resultsKept')));
    const seen = seenBefore();
    await close(id);
    await setTimeout(2_500);
    for (const person of staff) assert.equal(sharedWith(person.id, seen).length, 0);
    const [person = author] = answering;
    const closed = await presses(run.teams, person.id, 'prompt.show', { broadcastId: id });
    assert.ok(!verbsOn(closed).has('prompt.results'));
    const refused = await presses(run.teams, person.id, 'prompt.results', { broadcastId: id });
    assert.equal(titleOf(refused), english.t('error.ResultsKept.title'));
  });

  it('comes to nobody twice when the sender stops in the middle and two others go on', async () => {
    const { id } = await ask('confidential');
    const seen = seenBefore();
    const got = () => answering.filter((person) => sharedWith(person.id, seen).length > 0).length;
    await close(id);
    await until('a first card', async () => got() > 0);
    await stopSenders();
    assert.ok(got() < answering.length, 'it was over before it was stopped');
    await startSenders(2);
    await untilSent(id);
    await setTimeout(1_000);
    for (const person of answering) assert.equal(sharedWith(person.id, seen).length, 1, person.name);
    for (const person of silent) assert.equal(sharedWith(person.id, seen).length, 0);
  });
});
