import assert from 'node:assert/strict';
import { createConnectorCaller } from './connector-caller.ts';
import { createLimits } from './limits.ts';
import { askingCard, messageWith, sample } from './sample.ts';
import { createTeams } from './teams.ts';

/** Tries to send every `everyMs` for `forMs`, and gives the times at which it was let. */
function admittedTimes(everyMs: number, forMs: number, conversationOf: (index: number) => string): number[] {
  const limits = createLimits();
  const admitted: number[] = [];
  for (let now = 0, index = 0; now < forMs; now += everyMs, index += 1) {
    if (limits.admit('send', conversationOf(index), now).admitted) admitted.push(now);
  }
  return admitted;
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + ms).length));
}

describe('the limits of Teams', () => {
  it('let one conversation have 7 in a second, 8 in 2 seconds and 60 in 30 seconds', () => {
    const times = admittedTimes(50, 120_000, () => 'one');
    assert.equal(mostWithin(times, 1000), 7);
    assert.equal(mostWithin(times, 2000), 8);
    assert.equal(mostWithin(times, 30_000), 60);
  });

  it('let one conversation have 1800 in an hour', () => {
    const times = admittedTimes(1000, 2 * 3_600_000, () => 'one');
    assert.equal(times.filter((time) => time < 3_600_000).length, 1800);
    assert.equal(times.length, 3600);
  });

  it('let one tenant have 50 in a second, whoever they are for', () => {
    const times = admittedTimes(5, 10_000, (index) => `conversation ${index}`);
    assert.equal(mostWithin(times, 1000), 50);
    assert.equal(times.length, 500);
  });

  it('count creations apart from sends', () => {
    const limits = createLimits();
    for (let index = 0; index < 50; index += 1) limits.admit('send', `conversation ${index}`, 0);
    assert.equal(limits.admit('send', 'another', 0).admitted, false);
    assert.equal(limits.admit('create', 'another', 0).admitted, true);
  });

  it('say how long to wait, and a refused call costs nothing', () => {
    const limits = createLimits();
    for (let index = 0; index < 7; index += 1) limits.admit('send', 'one', index * 10);
    for (let tries = 0; tries < 100; tries += 1) {
      assert.deepEqual(limits.admit('send', 'one', 400), { admitted: false, scope: 'conversation', waitMs: 600 });
    }
    assert.equal(limits.admit('send', 'one', 1000).admitted, true);
  });

  describe('in the simulator', () => {
    async function statusesOf(retryAfter: boolean, limits: 'teams' | 'off') {
      const teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], limits, retryAfter });
      const { send, update } = createConnectorCaller(teams);
      const { conversationId } = teams.user('Alys Rees');
      const answers = [];
      for (let index = 0; index < 7; index += 1) answers.push(await send(conversationId, messageWith(askingCard())));
      answers.push(await update(conversationId, String(answers[0]?.body.id), messageWith(askingCard('Thanks'))));
      await teams.close();
      return {
        answers: answers.map(({ status, retryAfter: after }) => [status, after]),
        deliveries: teams.counts.deliveries,
      };
    }

    const sent = Array.from({ length: 7 }, () => [201, null]);

    it('refuse with 429 and the time to come back, an update too', async () => {
      assert.deepEqual(await statusesOf(true, 'teams'), { answers: [...sent, [429, '1']], deliveries: 7 });
    });

    it('may leave out the time', async () => {
      assert.deepEqual(await statusesOf(false, 'teams'), { answers: [...sent, [429, null]], deliveries: 7 });
    });

    it('are off unless asked for', async () => {
      assert.deepEqual(await statusesOf(true, 'off'), { answers: [...sent, [200, null]], deliveries: 7 });
    });

    it('can be other ones, and can change', async () => {
      const teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], limits: 'off' });
      teams.setLimits({ tenant: [{ count: 1, ms: 60_000 }] });
      const { send } = createConnectorCaller(teams);
      const { conversationId } = teams.user('Alys Rees');
      const first = await send(conversationId, messageWith(askingCard()));
      const second = await send(conversationId, messageWith(askingCard()));
      await teams.close();
      assert.deepEqual([first.status, second.status, second.retryAfter], [201, 429, '60']);
    });
  });
});
