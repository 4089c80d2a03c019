import assert from 'node:assert/strict';
import { untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText } from './broadcasting.ts';
import { broadcast, english, inputOf, install, messageAbout, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const other = madeUpPerson(901, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 6 }, (_, index) => madeUpPerson(index + 1));

/** Days by the clock in London: in winter 5pm is 17:00Z, in summer 16:00Z; the clocks change between the two in March. */
const regimes = [
  { start: '2026-11-24T10:00:00Z', date: '2026-12-04', closes: '2026-12-04T17:00:00.000Z' },
  { start: '2026-06-02T10:00:00Z', date: '2026-06-12', closes: '2026-06-12T16:00:00.000Z' },
  {
    start: '2026-03-17T10:00:00Z',
    date: '2026-03-27',
    closes: '2026-03-27T17:00:00.000Z',
    later: '2026-04-02',
    closesLater: '2026-04-02T16:00:00.000Z',
  },
];

for (const { start, date, closes, later, closesLater } of regimes) {
  describe(`the deadline of a prompt on ${date}`, function () {
    this.timeout(60_000);
    let now = new Date(start);
    let run: ProductUnderTest;
    let id: string;
    let progress: TeamsMessage;
    let author: Actor;

    beforeEach(async () => {
      now = new Date(start);
      const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 300, idleMs: 50 };
      run = await startProductUnderTest({
        people: [lead, other, ...staff],
        clock: { now: () => now },
        config: { timing },
      });
      await install(run.teams);
      author = run.teams.as(lead.id);
      const form = {
        'title.en': 'Case files',
        'body.en': 'Say.',
        'q1.kind': 'free-text',
        'q1.text.en': 'Which?',
        'deadline.date': date,
        privacy: 'confidential',
      };
      ({ id, progress } = await broadcast(run.teams, author, 'prompt', form));
    });

    afterEach(() => run.close());

    const actor = (number: number) => run.teams.as(personId(number));
    const answer = async (number: number) => {
      const person = actor(number);
      const { card } = await person.executes(messageAbout(person, id), 'prompt.answer', { q1: 'This' });
      return titleOf(card);
    };
    const stored = async () => (await run.product.stores.responses.page(id, 100)).responses.length;
    /** Longer than any process keeps what it read of a prompt. */
    const untilRead = () => new Promise((resolve) => setTimeout(resolve, 2_100));
    const extend = async (until: { date: string; time: string }) => {
      await author.executes(progress, 'broadcast.extend-form');
      await author.executes(progress, 'broadcast.extend-check', {
        'deadline.date': until.date,
        'deadline.time': until.time,
      });
      return author.executes(progress, 'broadcast.extend');
    };
    const printed = (day: string, time = '17:00') => english.deadline({ date: day, time, zone: 'Europe/London' });
    const audited = async () => {
      const events = await run.product.stores.audit.listMonth(start.slice(0, 7));
      return events.filter(({ about }) => about === id).map(({ who, what, facts }) => ({ who, what, facts }));
    };

    it('is kept to the millisecond, and the late card says when it was and whom to write to', async () => {
      now = new Date(Date.parse(closes) - 1);
      assert.equal(await answer(1), english.t('receipt.title'));
      now = new Date(closes);
      assert.equal(await answer(2), english.t('closed.title'));
      assert.equal(await stored(), 1);
      await run.teams.settled(() => titleOf(messageAbout(actor(2), id).card) === english.t('closed.title'));
      const said = cardText(messageAbout(actor(2), id).card);
      assert.ok(said.includes(printed(date)) && said.includes('roadmap@example.org'), said);
    });

    it('gives way when the author closes early: five seconds on, to the millisecond, in words on every card', async () => {
      await answer(1);
      const { card } = await author.executes(progress, 'broadcast.close');
      const early = new Date(now.getTime() + 5_000).toISOString();
      assert.equal((await run.product.stores.broadcasts.get(id))?.value.closedEarlyAt, early);
      assert.ok(cardText(card).includes(english.t('progress.closedEarly', { moment: english.moment(early) })));
      await untilRead();
      now = new Date(Date.parse(early) - 1);
      assert.equal(await answer(2), english.t('receipt.title'));
      now = new Date(early);
      assert.equal(await answer(3), english.t('closed.title'));
      await untilSent(run, id, 30_000);
      const said = cardText(messageAbout(actor(4), id).card);
      const closedEarly = english.t('closed.early', { title: 'Case files', moment: english.moment(early) });
      assert.ok(said.includes(closedEarly), said);
      assert.equal(await stored(), 2);
      const closed = async () => (await audited()).filter(({ what }) => what === 'prompt.closed');
      assert.deepEqual(await closed(), [{ who: lead.id, what: 'prompt.closed', facts: { closesAt: early } }]);
      const again = await presses(run.teams, lead.id, 'broadcast.close', { broadcastId: id });
      assert.ok(cardText(again).includes(english.t('control.reopen')));
      assert.equal((await closed()).length, 1, 'closing again changes nothing');
      await presses(run.teams, lead.id, 'broadcast.extend', { broadcastId: id, date, time: '17:30' });
      await untilRead();
      assert.equal(await answer(5), english.t('receipt.title'));
    });

    if (later === undefined) return;

    it('is extended after it is checked: the cards of those who have not answered show it, and it holds', async () => {
      await answer(1);
      await run.teams.settled(() => titleOf(messageAbout(actor(1), id).card) === english.t('receipt.title'));
      const { card: form } = await author.executes(progress, 'broadcast.extend-form');
      assert.ok(cardText(form).includes(english.t('extend.now', { deadline: printed(date) })));
      assert.ok(inputOf(form, 'deadline.date')?.value);
      const filled = { 'deadline.date': later, 'deadline.time': '17:00' };
      const { card: check } = await author.executes(progress, 'broadcast.extend-check', filled);
      assert.ok(cardText(check).includes(english.t('extend.then', { deadline: printed(later) })));
      const { card } = await author.executes(progress, 'broadcast.extend');
      assert.ok(cardText(card).includes(english.t('progress.openUntil', { deadline: printed(later) })), cardText(card));
      await untilSent(run, id, 30_000);
      for (const number of [2, 3, 4]) {
        const said = cardText(messageAbout(actor(number), id).card);
        assert.ok(said.includes(english.t('prompt.deadline', { deadline: printed(later) })), said);
      }
      assert.equal(titleOf(messageAbout(actor(1), id).card), english.t('receipt.title'), 'a receipt stays');
      await untilRead();
      now = new Date(Date.parse(closes) + 60_000);
      assert.equal(await answer(2), english.t('receipt.title'));
      now = new Date(Date.parse(closesLater) - 1);
      assert.equal(await answer(4), english.t('receipt.title'));
      now = new Date(closesLater);
      assert.equal(await answer(3), english.t('closed.title'));
      const extended = (await audited()).filter(({ what }) => what === 'prompt.extended');
      assert.deepEqual(extended, [{ who: lead.id, what: 'prompt.extended', facts: { closesAt: closesLater } }]);
    });

    it('is opened again after it has passed', async () => {
      now = new Date(Date.parse(closes) + 60_000);
      assert.equal(await answer(1), english.t('closed.title'));
      await run.teams.settled(() => titleOf(messageAbout(actor(1), id).card) === english.t('closed.title'));
      const { card } = await extend({ date: later, time: '12:30' });
      assert.ok(cardText(card).includes(printed(later, '12:30')));
      await untilSent(run, id, 30_000);
      await untilRead();
      assert.ok(verbsOn(messageAbout(actor(1), id).card).has('prompt.answer'), 'the closed card asks again');
      assert.equal(await answer(1), english.t('receipt.title'));
    });

    it('is not extended to a time that is no later, and says so in the form', async () => {
      const before = (await run.product.stores.broadcasts.get(id))?.value;
      for (const wrong of [
        { 'deadline.date': date, 'deadline.time': '17:00' },
        { 'deadline.date': date, 'deadline.time': '16:59' },
        { 'deadline.date': '2026-02-30', 'deadline.time': '17:00' },
        { 'deadline.date': '', 'deadline.time': '' },
        { 'deadline.date': 7, 'deadline.time': null },
      ]) {
        const data = { broadcastId: id, ...wrong };
        const card = await presses(run.teams, lead.id, 'broadcast.extend-check', data);
        assert.equal(titleOf(card), english.t('extend.title'));
        assert.ok(cardText(card).includes(english.t('error.DeadlineWrong.text')), JSON.stringify(wrong));
        if (wrong['deadline.time'] === '17:00' && wrong['deadline.date'] === date) continue;
        const dishonest = {
          broadcastId: id,
          date: String(wrong['deadline.date']),
          time: String(wrong['deadline.time']),
        };
        const refused = await presses(run.teams, lead.id, 'broadcast.extend', dishonest);
        assert.ok(cardText(refused).includes(english.t('error.DeadlineWrong.text')));
      }
      assert.deepEqual((await run.product.stores.broadcasts.get(id))?.value, before);
    });

    it('is nobody else’s to change', async () => {
      const data = { broadcastId: id, date: later, time: '17:00' };
      for (const verb of ['broadcast.extend-form', 'broadcast.extend-check', 'broadcast.extend', 'broadcast.close']) {
        const card = await presses(run.teams, other.id, verb, data);
        assert.equal(titleOf(card), english.t('error.NotYourBroadcast.title'), verb);
      }
      assert.equal((await audited()).length, 1);
    });
  });
}
