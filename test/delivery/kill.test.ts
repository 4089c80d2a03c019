import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { cardText } from '../product/broadcasting.ts';
import { english } from '../product/in-the-chat.ts';
import { createRandom } from '../simulator/random.ts';
import { readAccount } from './accounts.ts';
import { type BigBroadcast, startBigBroadcast } from './big-broadcast.ts';
import { createFleet } from './fleet.ts';
import { environmentOf, startSender } from './sender-process.ts';

const people = 1_000;
const kills = 20;
const sendersAtOnce = 3;
const seed = 20_261_123;

describe('a sender that ends in the middle of a broadcast', function () {
  this.timeout(240_000);
  let big: BigBroadcast;

  afterEach(() => big.close());

  it('loses nobody when it is killed, and nobody gets a card twice who is not counted', async () => {
    big = await startBigBroadcast({ people, withoutChat: 100, tenantPerSecond: 100 });
    const random = createRandom(seed);
    const fleet = createFleet(environmentOf(big.run.config), sendersAtOnce);
    const standing = new Set<string>();
    for (let kill = 1; kill <= kills; kill += 1) {
      await big.arrived(Math.floor(((kill - random()) * people * 0.9) / kills));
      await wait(random() * 100);
      await fleet.killOne(random());
      for (const { personId, attempts } of await big.claims()) standing.add(`${personId} ${attempts}`);
    }
    assert.ok(big.count() < people, 'every kill was in the middle of the broadcast');
    await big.sent();
    await fleet.stop();

    const account = await readAccount(big.run, big.id);
    // Attempts that stood at a kill and were not the last: whoever made them was killed.
    const inFlight = account.deliveries
      .flatMap(({ personId, attempts }) =>
        Array.from({ length: attempts - 1 }, (_, index) => `${personId} ${index + 1}`),
      )
      .filter((attempt) => standing.has(attempt)).length;
    const { sent, possiblyTwice } = account.outcome;
    assert.equal(sent, people);
    assert.ok(account.uncertain > 0, 'no kill met a post in flight');
    assert.ok(account.uncertain <= inFlight, `${account.uncertain} uncertain, ${inFlight} in flight at the kills`);
    assert.ok(account.twice <= account.uncertain, `${account.twice} twice, ${account.uncertain} uncertain`);
    const said = cardText(big.message.card);
    assert.ok(said.includes(english.t('progress.sentence', { count: people, sent: english.number(sent) })), said);
    assert.ok(said.includes(english.t('progress.possiblyTwice', { count: possiblyTwice })), said);
  });

  it('hands its work back when it is stopped, and another finishes it with nobody twice', async () => {
    big = await startBigBroadcast({ people: 300, withoutChat: 60, tenantPerSecond: 100 });
    const environment = environmentOf(big.run.config);
    for (const cards of [20, 120, 220]) {
      const sender = await startSender(environment);
      await big.arrived(cards);
      assert.deepEqual(await sender.end('SIGTERM'), { code: 0, signal: null });
      assert.deepEqual(await big.claims(), [], 'nothing stays claimed');
      assert.ok(big.count() < 300, 'it was stopped in the middle of the broadcast');
    }
    const last = await startSender(environment);
    await big.sent();
    await last.end('SIGTERM');
    const { outcome, twice, uncertain } = await readAccount(big.run, big.id);
    assert.deepEqual({ sent: outcome.sent, twice, uncertain }, { sent: 300, twice: 0, uncertain: 0 });
  });

  it('stops at once at the second signal, and nobody is lost', async () => {
    big = await startBigBroadcast({ people: 100, withoutChat: 0, tenantPerSecond: 100 });
    const environment = environmentOf(big.run.config);
    const sender = await startSender(environment);
    await big.arrived(10);
    big.run.teams.setLatency({ kind: 'fixed', ms: 8_000 });
    const before = big.count();
    await big.arrived(before + 5);
    const repeated = setInterval(() => sender.signal('SIGTERM'), 100);
    assert.deepEqual(await sender.end('SIGTERM'), { code: 1, signal: null });
    clearInterval(repeated);
    assert.ok(big.run.teams.counts.inFlight > 0, 'it did not wait for its posts');
    big.run.teams.setLatency({ kind: 'none' });
    const last = await startSender(environment);
    await big.sent();
    await last.end('SIGTERM');
    const { outcome, twice, uncertain } = await readAccount(big.run, big.id);
    assert.equal(outcome.sent, 100);
    assert.ok(twice > 0 && twice <= uncertain, `${twice} twice, ${uncertain} uncertain`);
  });
});
