import assert from 'node:assert/strict';
import { type Sample, speedOf, withSample } from '../../src/delivery/time-left.ts';

/** Samples a second apart. */
const every = (...finished: readonly number[]): readonly Sample[] =>
  finished.reduce<readonly Sample[]>(
    (kept, each, second) => withSample(kept, { atMs: second * 1_000, finished: each }),
    [],
  );

describe('the time that is left', () => {
  it('is not told before enough was seen', () => {
    assert.deepEqual(speedOf([], 100), {});
    assert.deepEqual(speedOf(every(0), 100), {});
    assert.deepEqual(speedOf(every(0, 50, 100), 100), {});
  });

  it('goes by the speed so far', () => {
    assert.deepEqual(speedOf(every(0, 50, 100, 150), 7_450), { perSecond: 50, secondsLeft: 149 });
    assert.deepEqual(speedOf(every(0, 0, 0, 0, 0, 0, 7), 10), { perSecond: 1.2, secondsLeft: 9 });
  });

  it('evens out that recipients finish by the slice', () => {
    const steps = Array.from({ length: 31 }, (_, second) => Math.floor(second / 3) * 150);
    for (const until of [28, 29, 30]) {
      const { perSecond = 0 } = speedOf(every(...steps.slice(0, until + 1)), 1_000);
      assert.ok(Math.abs(perSecond - 50) < 4, `${perSecond}`);
    }
  });

  it('goes by the last half minute only', () => {
    const slow = Array.from({ length: 60 }, (_, second) => second);
    const fast = Array.from({ length: 31 }, (_, second) => 60 + second * 40);
    assert.equal(speedOf(every(...slow, ...fast), 40).perSecond, 40);
    assert.equal(every(...slow, ...fast).length, 31);
  });

  it('cannot be said while nothing moves', () => {
    assert.deepEqual(speedOf(every(5, 5, 5, 5), 10), { perSecond: 0 });
  });

  it('is none when nobody is left', () => {
    assert.deepEqual(speedOf(every(0, 1, 2, 3), 0), { perSecond: 1, secondsLeft: 0 });
  });

  it('starts anew when a pass is taken up again', () => {
    assert.deepEqual(speedOf(every(0, 50, 100, 150, 100), 50), {});
  });

  it('is as long at least as some wait on purpose', () => {
    assert.deepEqual(speedOf(every(0, 10, 20, 30), 10, 3_600_000), { perSecond: 10, secondsLeft: 3_597 });
    assert.deepEqual(speedOf(every(0, 10, 20, 30), 1_000, 4_000), { perSecond: 10, secondsLeft: 100 });
    assert.deepEqual(speedOf(every(30, 30, 30, 30), 10, 63_000), { perSecond: 0, secondsLeft: 60 });
    assert.deepEqual(speedOf(every(30), 10, 60_000), { secondsLeft: 60 });
  });
});
