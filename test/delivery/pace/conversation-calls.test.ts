import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createConversationCalls } from '../../../src/delivery/pace/conversation-calls.ts';
import { conversationLimits } from '../../../src/delivery/pace/limits.ts';

/** Calls one conversation as soon as it may, resting now and then, and gives the times of the calls. */
function callsFor(forMs: number, rests: readonly { readonly afterCalls: number; readonly ms: number }[]): number[] {
  const calls = createConversationCalls();
  const times: number[] = [];
  let [now, rest, sinceRest] = [0, 0, 0];
  while (now < forMs) {
    now += calls.waitMs('one', now);
    calls.add('one', now);
    times.push(now);
    sinceRest += 1;
    const next = rests[rest % Math.max(1, rests.length)];
    if (next !== undefined && sinceRest >= next.afterCalls) {
      now += next.ms;
      [rest, sinceRest] = [rest + 1, 0];
    }
  }
  return times;
}

function mostWithin(times: readonly number[], ms: number): number {
  let [most, from] = [0, 0];
  for (const [index, time] of times.entries()) {
    while ((times[from] ?? time) <= time - ms) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

describe('the calls to a conversation', () => {
  it('may be 7 in a second, 8 in two and 60 in thirty', () => {
    const times = callsFor(120_000, []);
    for (const { count, ms } of conversationLimits.slice(0, 3)) assert.equal(mostWithin(times, ms), count);
  });

  it('are never more than Teams takes, whatever the rests between them', () => {
    const rest = fc.record({
      afterCalls: fc.integer({ min: 1, max: 70 }),
      ms: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 29_000, max: 32_000 })),
    });
    fc.assert(
      fc.property(fc.array(rest, { maxLength: 6 }), (rests) => {
        const times = callsFor(3 * 3_600_000, rests);
        for (const { count, ms } of conversationLimits) assert.ok(mostWithin(times, ms) <= count, `${ms} ms`);
      }),
      { numRuns: 30 },
    );
  });

  it('count apart for each conversation', () => {
    const calls = createConversationCalls();
    for (let count = 0; count < 7; count += 1) calls.add('one', 1_000);
    assert.ok(calls.waitMs('one', 1_500) > 500);
    assert.equal(calls.waitMs('other', 1_500), 0);
  });

  it('can be taken back', () => {
    const calls = createConversationCalls();
    for (let count = 0; count < 7; count += 1) calls.add('one', 1_000 + count);
    assert.equal(calls.takeBack('one'), 1_006);
    assert.equal(calls.waitMs('one', 1_010), 0);
    assert.equal(calls.takeBack('nobody'), undefined);
  });

  it('are forgotten once they cannot matter: of a broadcast to 100,000, those of the last half minute', () => {
    const calls = createConversationCalls();
    let most = 0;
    for (let person = 0; person < 100_000; person += 1) {
      calls.add(`person ${person}`, person * 20);
      most = Math.max(most, calls.size);
    }
    assert.ok(most < 1_600, `${most}`);
  });

  it('are remembered for an hour where there were more than a few', () => {
    const calls = createConversationCalls();
    for (let count = 0; count < 5; count += 1) calls.add('one', count);
    calls.add('other', 3_500_000);
    assert.equal(calls.size, 2);
    calls.add('other', 3_700_000);
    assert.equal(calls.size, 1);
  });
});
