import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import { startEmbeddedQueue } from '../../src/local/embedded-queue.ts';
import { createAzureWorkQueue } from '../../src/queue/azure-work-queue.ts';
import { broadcastIdOn, compose } from '../product/broadcasting.ts';
import { install } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest, type UnderTestOptions } from '../product/product-under-test.ts';
import { createRandom } from '../simulator/random.ts';
import { readAccount, untilSent } from './accounts.ts';
import { startFailingProxy } from './failing-proxy.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 150 }, (_, index) => madeUpPerson(index + 1));
const timing = { leaseMs: 3_000, stalledMs: 4_000, sweepMs: 500, idleMs: 50 };

describe('what goes wrong beside Teams', function () {
  this.timeout(90_000);
  const closing: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const start = async (options: Partial<UnderTestOptions> = {}) => {
    const run = await startProductUnderTest({
      people: [lead, ...staff],
      teams: { latency: { kind: 'uniform', minMs: 20, maxMs: 100 } },
      ...options,
      config: { tenantPerSecond: 60, timing, ...options.config },
    });
    closing.push(run.close);
    await install(run.teams, lead.id, ...staff.slice(0, 50).map(({ id }) => id));
    return run;
  };
  const begin = async (run: ProductUnderTest) => {
    const author = run.teams.as(lead.id);
    const message = await compose(run.teams, author, 'update', { 'title.en': 'Sent anyway', 'body.en': 'A text' });
    const before = run.teams.counts.deliveries;
    const arrived = (cards: number) =>
      run.teams.settled(() => run.teams.counts.deliveries >= before + cards, {
        timeoutMs: 30_000,
        what: `${cards} cards`,
      });
    await author.executes(message, 'compose.send');
    await arrived(20);
    return { id: broadcastIdOn(message), arrived };
  };

  for (const statuses of [[429], [503], [500, 503]]) {
    it(`a store that answers ${statuses} now and then for a while`, async () => {
      const cosmos = await startEmbeddedCosmos({ port: 0 });
      const proxy = await startFailingProxy(cosmos.endpoint, statuses, createRandom(7));
      closing.push(cosmos.close, proxy.close);
      const { key } = cosmos;
      const run = await start({ config: { cosmos: { endpoint: proxy.endpoint, key, database: 'cps-roadmap' } } });
      const { id } = await begin(run);
      proxy.fail(0.3);
      await wait(4_000);
      proxy.fail(0);
      await untilSent(run, id, 60_000);
      assert.ok(proxy.failed > 20, `${proxy.failed} requests went wrong`);
      const { outcome, twice, uncertain } = await readAccount(run, id);
      assert.equal(outcome.sent, staff.length);
      assert.ok(twice <= uncertain);
    });
  }

  it('a queue that is stopped and comes back empty', async () => {
    const first = await startEmbeddedQueue({ port: 0 });
    const { connectionString } = first;
    const run = await start({ config: { queue: { connectionString } } });
    const { id } = await begin(run);
    await first.close();
    await wait(1_000);
    const port = Number(/QueueEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString)?.[1]);
    const second = await startEmbeddedQueue({ port });
    closing.unshift(second.close);
    assert.equal((await fetch(`http://127.0.0.1:${run.product.port}/readyz`)).status, 200);
    await untilSent(run, id, 60_000);
    const { outcome, twice, uncertain } = await readAccount(run, id);
    assert.deepEqual([outcome.sent, twice, uncertain], [staff.length, 0, 0]);
  });

  it('messages that come again and again, planning ones included', async () => {
    const run = await start();
    const { id, arrived } = await begin(run);
    const { queue, queueName } = run.config;
    assert.ok('connectionString' in queue);
    const again = createAzureWorkQueue({ account: queue, queue: queueName, onPoison: () => {} });
    for (const cards of [20, 60, 100, 140]) {
      await arrived(cards);
      await again.enqueue({ kind: 'plan', broadcastId: id });
      for (let slice = 1; slice <= 5; slice += 1) {
        await again.enqueue({ kind: 'slice', broadcastId: id, run: 'send', slice });
      }
    }
    await untilSent(run, id);
    const { outcome, twice, uncertain } = await readAccount(run, id);
    assert.deepEqual([outcome.sent, twice, uncertain], [staff.length, 0, 0]);
    assert.equal(outcome.possiblyTwice, 0);
  });

  it('a clock that jumps', async () => {
    let aheadMs = 0;
    const run = await start({ clock: { now: () => new Date(Date.now() + aheadMs) } });
    const { id, arrived } = await begin(run);
    aheadMs = 3_600_000;
    await arrived(80);
    aheadMs = -3_600_000;
    await arrived(140);
    aheadMs = 0;
    await untilSent(run, id);
    const { outcome, twice, uncertain } = await readAccount(run, id);
    assert.equal(outcome.sent, staff.length);
    assert.ok(twice <= uncertain);
  });
});
