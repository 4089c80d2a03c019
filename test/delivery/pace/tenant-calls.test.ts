import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTenantCalls, type Speed } from '../../../src/delivery/pace/tenant-calls.ts';

const speed: Speed = { share: 50, perSecond: 49.6 };

/** Calls whenever it may, with a timer that is late by `lateMs`, and gives the times of the calls. */
function callsFor(forMs: number, lateMs: (call: number) => number, at: Speed = speed): number[] {
  const calls = createTenantCalls(50);
  const times: number[] = [];
  let now = 0;
  calls.holdUntil(now, false);
  while (now < forMs) {
    const wait = calls.waitMs(at, now);
    if (wait > 0) {
      now += wait + lateMs(times.length);
      continue;
    }
    calls.add(at, now);
    times.push(now);
  }
  return times;
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + ms).length));
}

describe('the calls to a tenant', () => {
  it('are spaced evenly', () => {
    const times = callsFor(10_000, () => 0);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.ok(gaps.every((gap) => Math.abs(gap - 1_000 / 49.6) < 1e-6));
  });

  it('do not fall behind when timers are late', () => {
    const punctual = callsFor(20_000, () => 0).length;
    const late = callsFor(20_000, (call) => (call % 37 === 0 ? 60 : 1)).length;
    assert.ok(punctual - late <= 5, `${punctual} and ${late}`);
  });

  it('are never more than the share in a second, however late the timers are', () => {
    const share = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(share, fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (count, late) => {
        const at = { share: count, perSecond: count / 1.008 };
        const times = callsFor(6_000, (call) => late[call % late.length] ?? 0, at);
        assert.ok(mostWithin(times, 1_000) <= count);
      }),
      { numRuns: 50 },
    );
  });

  it('wait for ever without a share, and are counted all the same', () => {
    const calls = createTenantCalls(50);
    const stopped = { share: 0, perSecond: 0 };
    for (let count = 0; count < 50; count += 1) calls.add(stopped, count);
    assert.equal(calls.waitMs(stopped, 100), Number.POSITIVE_INFINITY);
    assert.ok(calls.waitMs(speed, 100) > 900);
  });

  it('wait until a held time, and make up for a little of it if wanted', () => {
    const calls = createTenantCalls(50);
    calls.add(speed, 1_000);
    calls.holdUntil(5_000, true);
    assert.equal(calls.waitMs(speed, 1_000), 4_000);
    calls.add(speed, 5_000);
    assert.ok(calls.waitMs(speed, 5_000) < 11);
  });

  it('wait until a held time, and do not make up for it otherwise', () => {
    const calls = createTenantCalls(50);
    calls.holdUntil(5_000, false);
    assert.equal(calls.waitMs(speed, 1_000), 4_000);
    calls.add(speed, 5_000);
    assert.ok(calls.waitMs(speed, 5_000) > 20);
  });

  it('can be taken back', () => {
    const calls = createTenantCalls(50);
    calls.holdUntil(1_000, false);
    calls.add(speed, 1_000);
    calls.takeBack(speed, 1_000);
    assert.equal(calls.waitMs(speed, 1_010), 0);
    calls.takeBack(speed);
    assert.equal(calls.waitMs(speed, 1_010), 0);
  });

  it('count from when they arrived', () => {
    const calls = createTenantCalls(50);
    const one = { share: 1, perSecond: 1 };
    calls.add(one, 1_000);
    calls.move(1_000, 300);
    assert.equal(calls.waitMs(one, 2_000), 300);
  });
});
