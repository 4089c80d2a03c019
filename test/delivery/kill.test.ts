import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { cardText } from '../product/broadcasting.ts';
import { english } from '../product/in-the-chat.ts';
import { createRandom } from '../simulator/random.ts';
import { readAccount } from './accounts.ts';
import { type BigBroadcast, startBigBroadcast } from './big-broadcast.ts';
import { createFleet } from './fleet.ts';
import { environmentOf } from './sender-process.ts';

const people = 1_000;
const kills = 20;
const sendersAtOnce = 3;
const seed = 20_261_123;

describe('a sender that is killed', function () {
  this.timeout(180_000);
  let big: BigBroadcast;

  beforeEach(async () => {
    big = await startBigBroadcast({ people, withoutChat: 100, tenantPerSecond: 100 });
  });

  afterEach(() => big.close());

  it('loses nobody, and nobody gets a card twice who is not counted', async () => {
    const random = createRandom(seed);
    const fleet = createFleet(environmentOf(big.run.config), sendersAtOnce);
    const interrupted: (readonly [personId: string, attempts: number])[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      await big.arrived(Math.floor(((kill - random()) * people * 0.9) / kills));
      await wait(random() * 100);
      await fleet.killOne(random());
      interrupted.push(...(await big.claims()));
      console.log(kill, big.count(), interrupted.length, Math.round(performance.now()));
    }
    assert.ok(big.count() < people, 'every kill was in the middle of the broadcast');
    await big.sent();
    await fleet.stop();

    const account = await readAccount(big.run, big.id);
    const attempts = new Map(account.deliveries.map((delivery) => [delivery.personId, delivery.attempts]));
    const inFlight = interrupted.filter(([personId, before]) => (attempts.get(personId) ?? 0) > before).length;
    const { sent, possiblyTwice } = account.outcome;
    console.log({ inFlight, interrupted: interrupted.length, twice: account.twice, uncertain: account.uncertain, outcome: account.outcome });
    assert.equal(sent, people);
    assert.ok(account.uncertain > 0, 'no kill met a post in flight');
    assert.ok(account.uncertain <= inFlight, `${account.uncertain} uncertain, ${inFlight} in flight at the kills`);
    assert.ok(account.twice <= account.uncertain, `${account.twice} twice, ${account.uncertain} uncertain`);
    const said = cardText(big.message.card);
    assert.ok(said.includes(english.t('progress.sentence', { count: people, sent: english.number(sent) })), said);
    assert.ok(said.includes(english.t('progress.possiblyTwice', { count: possiblyTwice })), said);
  });
});
