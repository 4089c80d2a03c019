import assert from 'node:assert/strict';
import { isOfSeries, type SeriesPrompt } from '../../src/broadcasts/series.ts';
import { untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { broadcastIdOn, cardText, compose, newest } from './broadcasting.ts';
import { broadcast, english, install, messageAbout, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = [1, 2, 3].map((number) => madeUpPerson(number));
const form = {
  'title.en': 'How was your week?',
  'body.en': 'Say.',
  'q1.kind': 'scale',
  'q1.text.en': 'How was it?',
  'q1.options.en': 'Bad\nGood',
  'deadline.date': '2026-11-27',
  privacy: 'confidential',
};

describe('a prompt that is asked every week', function () {
  this.timeout(60_000);
  let now: Date;
  let run: ProductUnderTest;
  let author: Actor;
  let first: string;
  let progress: TeamsMessage;

  beforeEach(async () => {
    now = new Date('2026-11-24T10:00:00Z');
    const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 200, idleMs: 50 };
    run = await startProductUnderTest({ people: [lead, ...staff], clock: { now: () => now }, config: { timing } });
    await install(run.teams);
    author = run.teams.as(lead.id);
    ({ id: first, progress } = await broadcast(run.teams, author, 'prompt', { ...form, every: 'week' }));
  });

  afterEach(() => run.close());

  const series = async (): Promise<readonly SeriesPrompt[]> => {
    const { broadcasts } = run.product.stores;
    const months = await Promise.all(['2026-11', '2026-12', '2027-01'].map((month) => broadcasts.listMonth(month)));
    const prompts = months.flat().filter(isOfSeries);
    return prompts.toSorted((one, other) => one.series.number - other.series.number);
  };
  const untilThere = async (count: number) => {
    for (let tries = 0; tries < 200 && (await series()).length < count; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const prompts = await series();
    assert.equal(prompts.length, count);
    return prompts.at(-1)?.id ?? '';
  };
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 1_000));

  it('says so before it is sent and afterwards', async () => {
    assert.ok(cardText(progress.card).includes(english.t('series.week')));
    const [prompt] = await series();
    assert.deepEqual(prompt?.series, { id: first, number: 1, every: 'week', workingDays: 3 });
  });

  it('goes out again a week later with a new deadline, and each is answered by itself', async () => {
    const [one] = staff.map((person) => run.teams.as(person.id));
    assert.ok(one !== undefined);
    await one.executes(messageAbout(one, first), 'prompt.answer', { q1: '2' });
    now = new Date('2026-12-01T09:59:59Z');
    await quiet();
    assert.equal((await series()).length, 1);
    now = new Date('2026-12-01T10:00:00Z');
    const second = await untilThere(2);
    await untilSent(run, second, 30_000);
    const said = cardText(messageAbout(one, second).card);
    const deadline = english.deadline({ date: '2026-12-04', time: '17:00', zone: 'Europe/London' });
    assert.ok(said.includes(english.t('prompt.deadline', { deadline })), said);
    await one.executes(messageAbout(one, second), 'prompt.answer', { q1: '5' });
    const answers = await Promise.all(
      [first, second].map(async (id) => (await run.product.stores.responses.get(id, personId(1)))?.value.answers),
    );
    assert.deepEqual(answers, [{ q1: { kind: 'scale', value: 2 } }, { q1: { kind: 'scale', value: 5 } }]);
    for (const person of staff) {
      const prompts = run.teams
        .user(person.id)
        .messages.filter((message) => verbsOn(message.versions[0]).has('prompt.answer'));
      assert.equal(prompts.length, 2, 'one prompt a week');
    }
  });

  it('shows its author each time a progress card that is kept up to date', async () => {
    now = new Date('2026-12-01T10:00:00Z');
    const second = await untilThere(2);
    await untilSent(run, second, 30_000);
    const card = newest(author);
    assert.notEqual(card.id, progress.id);
    await run.teams.settled(() => titleOf(card.card) === english.t('progress.titles.sent'), {
      what: 'the progress card',
    });
    assert.ok(JSON.stringify(card.card).includes(second));
  });

  it('ends when its author stops it, from the card of the first as well as of a later one', async () => {
    now = new Date('2026-12-01T10:00:00Z');
    const second = await untilThere(2);
    await untilSent(run, second, 30_000);
    const { card } = await author.executes(progress, 'broadcast.stop-series');
    assert.ok(cardText(card).includes(english.t('series.stopped')));
    assert.ok(!verbsOn(card).has('broadcast.stop-series'));
    now = new Date('2026-12-15T10:00:00Z');
    await quiet();
    assert.equal((await series()).length, 2);
  });

  it('is not asked again when it is asked once', async () => {
    now = new Date('2026-12-01T10:00:00Z');
    await untilThere(2);
    const once = { ...form, 'title.en': 'Once', 'deadline.date': '2026-12-11', every: 'once' };
    const message = await compose(run.teams, author, 'prompt', once);
    assert.ok(!cardText(message.card).includes(english.t('series.week')));
    const { card } = await author.executes(message, 'compose.send');
    assert.equal((await run.product.stores.broadcasts.get(broadcastIdOn(message)))?.value.series, undefined);
    assert.ok(!verbsOn(card).has('broadcast.stop-series'));
  });
});
