import assert from 'node:assert/strict';
import { createRandom } from '../../simulator/random.ts';
import { type Scenario, sendAll } from './virtual-teams.ts';

const people = 7_597;
const leastSeconds = people / 50;

/** Holds up whatever would arrive during one of the stalls, which come about every so often. */
function stalls(everyMs: number, longestMs: number, seed: number): NonNullable<Scenario['arrivesAt']> {
  const random = createRandom(seed);
  let [from, to] = [0, 0];
  return (now) => {
    while (to < now) {
      from = to + 2 * everyMs * random();
      to = from + longestMs * random();
    }
    return now + 1 >= from ? to + 1 : now + 1;
  };
}

function claims(longestMs: number): NonNullable<Scenario['claimMs']> {
  const random = createRandom(3);
  return () => 2 + longestMs * random() ** 3;
}

describe('the pace of a broadcast', () => {
  for (const senders of [1, 3]) {
    it(`is the limit and never over it, with ${senders} sender(s)`, async () => {
      const { seconds, refused } = await sendAll({ calls: people, senders });
      assert.ok(seconds / leastSeconds < 1.015, `${seconds} s`);
      assert.equal(refused, 0);
    });

    it(`is hardly less when calls are held up on their way, with ${senders} sender(s)`, async () => {
      const { seconds, refused } = await sendAll({
        calls: people,
        senders,
        claimMs: claims(30),
        arrivesAt: stalls(2_000, 60, senders),
      });
      assert.ok(seconds / leastSeconds < 1.02, `${seconds} s`);
      assert.ok(refused / people < 0.001, `${refused} refused`);
    });

    for (const [teamsPerSecond, mostRefused] of [
      [45, 0.02],
      [30, 0.04],
      [10, 0.15],
    ] as const) {
      it(`finds a limit of ${teamsPerSecond} by itself, with ${senders} sender(s)`, async () => {
        const calls = teamsPerSecond * 60;
        const { seconds, refused } = await sendAll({ calls, senders, teamsPerSecond });
        assert.ok(seconds < 60 * 1.35, `${seconds} s`);
        assert.ok(refused / calls < mostRefused, `${refused} refused`);
      });
    }

    it(`slows down though Teams names no time, with ${senders} sender(s)`, async () => {
      const { seconds, refused } = await sendAll({ calls: 1_800, senders, teamsPerSecond: 30, retryAfter: false });
      assert.ok(seconds < 60 * 1.35, `${seconds} s`);
      assert.ok(refused / 1_800 < 0.05, `${refused} refused`);
    });
  }
});
