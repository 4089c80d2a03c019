import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Broadcast, Recurrence } from '../../src/broadcasts/broadcast.ts';
import { recentBroadcasts } from '../../src/broadcasts/recent-broadcasts.ts';
import { isOfSeries, type SeriesPrompt } from '../../src/broadcasts/series.ts';
import { continueSeries } from '../../src/delivery/continue-series.ts';
import { stopSeries } from '../../src/delivery/stop-series.ts';
import { sweepUnfinished } from '../../src/delivery/sweep.ts';
import { listAreas } from '../../src/people/areas.ts';
import { defaultSendingHours } from '../../src/time/sending-hours.ts';
import { author, chatOf, createSmallWorld, reachablePerson, type SmallWorld } from './small-world.ts';

const day = 24 * 60 * 60_000;
/** A Tuesday. */
const start = '2026-11-24T10:00:00.000Z';

async function begin(every: Recurrence, changes: Partial<Broadcast> = {}) {
  const world = createSmallWorld();
  await world.ports.people.create({ ...author, reach: { state: 'reachable', chat: chatOf(author.id) } });
  for (const number of [2, 4, 6]) await world.ports.people.create(reachablePerson(number));
  const id = ulid(Date.parse(start) - 60_000);
  await world.ports.broadcasts.create({
    id,
    author: author.id,
    content: {
      kind: 'prompt',
      title: { en: 'Title' },
      body: { en: 'Body' },
      privacy: 'confidential',
      questions: [],
      deadline: { date: '2026-12-01', time: '17:00', zone: 'Europe/London' },
    },
    audience: { areas: ['wessex'] },
    state: 'sent',
    createdAt: start,
    confirmed: { at: start, audienceSize: 3 },
    schedule: { startAt: start, hours: 'usual' },
    series: { id, number: 1, every, workingDays: 5 },
    ...changes,
  });
  moveTo(world, start);
  return { world, id, look: () => look(world), all: () => all(world) };
}

function moveTo(world: SmallWorld, at: string): void {
  world.moveOn(Date.parse(at) - world.ports.clock.now().getTime());
}

async function look(world: SmallWorld): Promise<number> {
  const ports = { ...world.ports, audit: world.control.audit, areas: listAreas(), sendingHours: defaultSendingHours };
  return continueSeries(ports, await recentBroadcasts(ports.broadcasts, ports.clock, 12));
}

async function all({ ports }: SmallWorld): Promise<readonly SeriesPrompt[]> {
  const prompts = (await recentBroadcasts(ports.broadcasts, ports.clock, 12)).filter(isOfSeries);
  return prompts.toSorted((one, other) => one.series.number - other.series.number);
}

describe('a prompt that is asked again and again', () => {
  it('is made anew when it is due and not a moment sooner, for as many people as there are then', async () => {
    const { world, look, all } = await begin('week');
    moveTo(world, '2026-12-01T09:59:59.999Z');
    assert.equal(await look(), 0);
    moveTo(world, '2026-12-01T10:00:00.000Z');
    await world.ports.people.create(reachablePerson(8));
    assert.equal(await look(), 1);
    const [, second] = await all();
    assert.deepEqual(second?.confirmed, { at: '2026-12-01T10:00:00.000Z', audienceSize: 4 });
    assert.equal(second?.content.deadline.date, '2026-12-08');
    assert.equal(second?.schedule.startAt, '2026-12-01T10:00:00.000Z');
  });

  it('is made once, however often and by however many it is looked for', async () => {
    const { world, look, all } = await begin('week');
    moveTo(world, '2026-12-01T10:00:05.000Z');
    const made = await Promise.all([look(), look(), look()]);
    assert.equal(
      made.reduce((sum, each) => sum + each, 0),
      1,
    );
    assert.equal(await look(), 0);
    assert.equal((await all()).length, 2);
    assert.equal(world.audited.filter(({ what }) => what === 'series.continued').length, 1);
  });

  it('begins like any other that is scheduled, and tells its author with a card that is then kept up to date', async () => {
    const { world, look, all } = await begin('week');
    moveTo(world, '2026-12-01T10:00:00.000Z');
    await look();
    const [, second] = await all();
    assert.equal(world.cards.get(author.id), 1);
    assert.equal(second?.progressCard?.conversationId, chatOf(author.id).conversationId);
    assert.equal(second?.state, 'scheduled');
    const queued = world.ports.queue.waiting;
    assert.equal(queued, 1);
    await sweepUnfinished(world.ports);
    assert.equal(world.ports.queue.waiting, queued + 1, 'the sweep would begin it as well');
  });

  it('goes on, week after week and quarter after quarter, as the clock moves', async () => {
    for (const [every, hours, expected] of [
      ['week', 24, ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05']],
      ['quarter', 24, ['2026-11-24', '2027-01-05', '2027-04-01', '2027-07-01', '2027-10-05']],
    ] as const) {
      const { world, look, all } = await begin(every);
      const end = expected.at(-1) ?? '';
      while (world.ports.clock.now().toISOString().slice(0, 10) <= end) {
        await look();
        world.moveOn(hours * 60 * 60_000);
      }
      const prompts = await all();
      assert.deepEqual(
        prompts.map(({ schedule }) => schedule.startAt.slice(0, 10)).slice(0, expected.length),
        expected,
        every,
      );
      assert.deepEqual(
        prompts.map(({ series }) => series.number),
        prompts.map((_, index) => index + 1),
      );
    }
  });

  it('is not made for all the weeks in which nothing was running', async () => {
    const { world, look, all } = await begin('week');
    moveTo(world, '2026-12-22T09:00:00.000Z');
    assert.deepEqual([await look(), await look(), await look()], [1, 0, 0]);
    const [, second] = await all();
    assert.equal(second?.schedule.startAt, '2026-12-22T10:00:00.000Z');
  });

  for (const [why, changes] of [
    ['its newest was cancelled', { state: 'cancelled' }],
    ['its newest was taken back', { laterRuns: [{ id: 'recall', requestedBy: author.id, requestedAt: start }] }],
    ['its author may no longer ask these people', { audience: { areas: ['north-east'] } }],
    ['its author was never given approval', { audience: { areas: 'all' }, approval: { askedAt: start, people: 3 } }],
    ['its author is not known any more', { author: 'gone' }],
    ['it is a draft', { state: 'draft', confirmed: undefined }],
  ] as const) {
    it(`is not made when ${why}`, async () => {
      const { world, look } = await begin('week', changes as Partial<Broadcast>);
      world.moveOn(30 * day);
      assert.equal(await look(), 0);
    });
  }

  it('goes on under the approval that was given for it, for as long as its author leads an area', async () => {
    const approval = { askedAt: start, people: 3, given: { by: 'owner', at: start } };
    const { world, look, all } = await begin('week', { audience: { areas: 'all' }, approval });
    moveTo(world, '2026-12-01T10:00:00.000Z');
    assert.equal(await look(), 1);
    assert.deepEqual((await all()).at(-1)?.approval, approval);
    const lead = await world.ports.people.get(author.id);
    const duties = { leads: [], roadmapOwner: false };
    await world.ports.people.replace({ ...author, duties }, lead?.etag ?? '');
    moveTo(world, '2026-12-08T10:00:00.000Z');
    assert.equal(await look(), 0);
  });

  it('ends when it is stopped, on the first of them or on a later one', async () => {
    for (const onFirst of [true, false]) {
      const { world, look, all } = await begin('week');
      moveTo(world, '2026-12-01T10:00:00.000Z');
      await look();
      const [first, second] = await all();
      await stopSeries(world.control, author, (onFirst ? first?.id : second?.id) ?? '');
      world.moveOn(30 * day);
      assert.equal(await look(), 0);
    }
  });

  it('is stopped once, by its author, and only where it is asked again', async () => {
    const { world, id } = await begin('week');
    const stopped = await stopSeries(world.control, author, id);
    assert.deepEqual(await stopSeries(world.control, author, id), stopped);
    assert.equal(world.audited.filter(({ what }) => what === 'series.stopped').length, 1);
    const other = reachablePerson(2);
    await assert.rejects(stopSeries(world.control, other, id), { code: 'NotYourBroadcast' });
    const { series: _series, ...once } = stopped;
    const single = ulid(Date.parse(start));
    await world.ports.broadcasts.create({ ...once, id: single });
    await assert.rejects(stopSeries(world.control, author, single), { code: 'NotRecurring' });
  });
});
