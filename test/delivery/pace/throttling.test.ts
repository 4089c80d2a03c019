import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lowestPart, notThrottled, partAt, type Throttling, throttle } from '../../../src/delivery/pace/throttling.ts';

interface Refusal {
  /** After the end of the previous pause; less than 0 is during it. */
  readonly afterMs: number;
  readonly roundTripMs: number;
  readonly retryAfterMs?: number;
}

const refusal: fc.Arbitrary<Refusal> = fc.record(
  {
    afterMs: fc.oneof(fc.integer({ min: -1_000, max: 3_000 }), fc.integer({ min: 0, max: 200_000 })),
    roundTripMs: fc.integer({ min: 0, max: 2_000 }),
    retryAfterMs: fc.integer({ min: 0, max: 60_000 }),
  },
  { requiredKeys: ['afterMs', 'roundTripMs'] },
);

function refusedBy(refusals: readonly Refusal[], check: (before: Throttling, state: Throttling, now: number) => void) {
  let state = throttle(notThrottled, 1_000, 900);
  let now = 1_000;
  for (const { afterMs, roundTripMs, retryAfterMs } of refusals) {
    now = Math.max(now, state.resumeAt + afterMs);
    const next = throttle(state, now, now - roundTripMs, retryAfterMs);
    check(state, next, now);
    state = next;
  }
  return state;
}

describe('throttling', () => {
  it('pauses for the time that Teams names, and for a second at least', () => {
    assert.equal(throttle(notThrottled, 5_000, 4_900, 7_000).resumeAt, 12_000);
    assert.equal(throttle(notThrottled, 5_000, 4_900, 10).resumeAt, 6_000);
    assert.equal(throttle(notThrottled, 5_000, 4_900).resumeAt, 6_000);
  });

  it('takes refusals during the pause as one, and the longest of the times they name', () => {
    const first = throttle(notThrottled, 5_000, 4_900, 1_000);
    const second = throttle(first, 5_050, 4_950, 3_000);
    const third = throttle(second, 5_060, 4_960, 1_000);
    assert.deepEqual(third, { ...first, resumeAt: 8_050 });
  });

  it('takes a hair off for a rare refusal', () => {
    let state = notThrottled;
    for (const now of [0, 10_000, 20_000]) state = throttle(state, now, now - 100);
    assert.ok(partAt(state, 30_000) > 0.98);
  });

  it('halves within four refusals of calls made right after a pause', () => {
    let state = throttle(notThrottled, 0, -100);
    for (let count = 1; count <= 3; count += 1) {
      const madeAt = state.resumeAt + 300;
      state = throttle(state, madeAt + 100, madeAt);
    }
    assert.ok(partAt(state, state.resumeAt) < 0.55);
  });

  it('keeps to what it has learnt for a while, and is back at the whole within two minutes', () => {
    const state = refusedBy([{ afterMs: 100, roundTripMs: 100 }], () => {});
    assert.equal(partAt(state, state.resumeAt + 9_000), state.part);
    assert.equal(partAt(state, state.resumeAt + 100_000), 1);
  });

  it('never goes above the whole or below the lowest part, never speeds up on a refusal, never resumes early', () => {
    fc.assert(
      fc.property(fc.array(refusal, { maxLength: 40 }), fc.nat(300_000), (refusals, laterMs) => {
        const last = refusedBy(refusals, (before, state, now) => {
          assert.ok(partAt(state, now) <= partAt(before, now));
          assert.ok(state.resumeAt >= before.resumeAt);
          assert.ok(state.resumeAt > now);
        });
        const part = partAt(last, last.resumeAt + laterMs);
        assert.ok(part >= lowestPart && part <= 1);
      }),
    );
  });

  it('climbs without a step down until the next refusal, and always gets back to the whole', () => {
    fc.assert(
      fc.property(fc.array(refusal, { maxLength: 20 }), (refusals) => {
        const state = refusedBy(refusals, () => {});
        let previous = 0;
        for (let ms = 0; ms <= 120_000; ms += 500) {
          const part = partAt(state, state.resumeAt + ms);
          assert.ok(part >= previous);
          previous = part;
        }
        assert.equal(previous, 1);
      }),
    );
  });
});
