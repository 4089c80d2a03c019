import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProgressEvent } from '../../src/api/contract/progress.ts';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import { changeStored } from '../../src/storage/versioned.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { accountedFor, eventsOf } from './events.ts';
import { type Stored, sentAt, storeBroadcast } from './stored.ts';

const author = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const recipientsOf = (count: number): readonly Stored[] =>
  Array.from({ length: count }, (_, index) => {
    const { id, area, language } = madeUpPerson(100 + index);
    return { recipient: { personId: id, area, language } };
  });
const fifty = outcomeOf(Array.from({ length: 50 }, () => ({ state: 'sent' }) as const)) ?? assert.fail();

describe('progress as events', function () {
  this.timeout(30_000);
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi({ streams: { heartbeatMs: 100, longestMs: 20_000, stalledMs: 1_000 } });
    await api.services.people.create(author);
  });

  afterEach(() => api.close());

  const store = (count: number, changes: Partial<Broadcast> = {}) =>
    storeBroadcast(api.services, author.id, recipientsOf(count), { state: 'sending', ...changes });
  const change = ({ id }: Broadcast, changes: Partial<Broadcast>) =>
    changeStored(
      () => api.services.broadcasts.get(id),
      api.services.broadcasts.replace,
      (broadcast): Broadcast => ({ ...broadcast, ...changes }),
    );
  const finishSlice = ({ id }: Broadcast, slice: number) =>
    api.services.deliveries.recordOutcome(id, 'send', slice, fifty, sentAt);
  const open = async ({ id }: Broadcast, query = '') =>
    api.get(`/api/broadcasts/${id}/progress${query}`, await api.entra.token(author.id));

  /** Does one step after each event, and gives all events back. */
  const follow = async (answer: Response, steps: readonly (() => Promise<unknown>)[]) => {
    const events: ProgressEvent[] = [];
    for await (const event of eventsOf(answer)) {
      await steps[events.length]?.();
      events.push(event);
    }
    return events;
  };

  it('tells each change, and ends when everybody is in a final state', async () => {
    const broadcast = await store(150);
    const events = await follow(await open(broadcast), [
      () => finishSlice(broadcast, 2),
      () => change(broadcast, { state: 'paused', pausedBecause: 'bot-disabled' }),
      () => change(broadcast, { state: 'sending' }).then(() => finishSlice(broadcast, 1)),
      async () => {
        await finishSlice(broadcast, 3);
        await change(broadcast, { state: 'sent' });
      },
    ]);
    assert.deepEqual(
      events.map(({ state, waiting, final }) => [state, waiting, final]),
      [
        ['sending', 150, false],
        ['sending', 100, false],
        ['paused', 100, false],
        ['sending', 50, false],
        ['sent', 0, true],
      ],
    );
    for (const event of events) assert.equal(accountedFor(event), 150);
    assert.equal(events[2]?.pausedBecause, 'bot-disabled');
  });

  it('says when it begins, before it does', async () => {
    const startAt = new Date(Date.now() + 60_000).toISOString();
    const broadcast = await store(50, { state: 'scheduled', schedule: { startAt, hours: 'usual' } });
    const events = await follow(await open(broadcast), [
      () => change(broadcast, { state: 'cancelled' }),
      () => finishSlice(broadcast, 1),
    ]);
    assert.deepEqual([events[0]?.startsAt, events[0]?.state], [startAt, 'scheduled']);
    assert.equal(events.at(-1)?.final, true);
  });

  it('is that of the newest pass, or of the one that is asked for', async () => {
    const run = { requestedBy: author.id, requestedAt: sentAt };
    const laterRuns = [
      { ...run, id: 'remind-1', finishedAt: sentAt },
      { ...run, id: 'correct-2', finishedAt: sentAt },
    ] as const;
    const broadcast = await store(0, { state: 'sent', laterRuns });
    const runs = await Promise.all(
      ['', '?run=remind-1', '?run=send'].map(async (query) => (await follow(await open(broadcast, query), []))[0]?.run),
    );
    assert.deepEqual(runs, ['correct-2', 'remind-1', 'send']);
    assert.equal((await open(broadcast, '?run=recall')).status, 404);
  });

  it('shows that the connection lives while there is nothing to tell', async () => {
    const answer = await open(await store(50, { state: 'paused' }));
    let text = '';
    for await (const chunk of (answer.body ?? assert.fail()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.split(': still here\n\n').length > 3) break;
    }
    assert.equal(text.split('event: progress\n').length, 2);
  });

  it('ends without being final when the server is shut down, at once', async () => {
    const answer = await open(await store(50));
    const events = follow(answer, []);
    await wait(200);
    const from = performance.now();
    await api.stop();
    assert.ok(performance.now() - from < 1_000);
    assert.deepEqual(
      (await events).map(({ final }) => final),
      [false],
    );
  });

  it('ends without being final when it has lasted as long as may be', async () => {
    await api.close();
    api = await startApi({ streams: { heartbeatMs: 100, longestMs: 300, stalledMs: 1_000 } });
    await api.services.people.create(author);
    const events = await follow(await open(await store(50)), []);
    assert.deepEqual(
      events.map(({ final }) => final),
      [false],
    );
  });

  it('is not worked on any more when the client is gone', async () => {
    const broadcast = await store(50);
    let reads = 0;
    const progress = api.services.deliveries.progress;
    Object.assign(api.services.deliveries, {
      progress: (...about: Parameters<typeof progress>) => {
        reads += 1;
        return progress(...about);
      },
    });
    const gone = new AbortController();
    const answer = await fetch(`${api.origin}/api/broadcasts/${broadcast.id}/progress`, {
      headers: { authorization: `Bearer ${await api.entra.token(author.id)}` },
      signal: gone.signal,
    });
    await answer.body?.getReader().read();
    gone.abort();
    await wait(100);
    const before = reads;
    await wait(1_500);
    assert.equal(reads, before);
    assert.deepEqual(
      api.logged.filter((line) => line.includes('failed')),
      [],
    );
  });

  it('breaks off, to be asked for again, when the store fails', async () => {
    const broadcast = await store(50);
    const answer = await open(broadcast);
    Object.assign(api.services.deliveries, { progress: () => Promise.reject(new Error('no store')) });
    await assert.rejects(follow(answer, []), TypeError);
    assert.ok(api.logged.some((line) => line.includes('no store')));
  });
});
