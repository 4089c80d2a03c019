import assert from 'node:assert/strict';
import fc from 'fast-check';
import bankHolidayData from '../../src/time/bank-holidays-england-and-wales.json' with { type: 'json' };
import { nextSendingTime, type SendingHours, withinSendingHours } from '../../src/time/sending-hours.ts';
import { instants, isOpen, readWallClock, sendingHours } from './wall-clock.ts';

const bankHolidays = new Set(bankHolidayData.map(({ date }) => date));

describe('the next sending time, whatever the hours and the time of year', () => {
  it('is not before the time it was asked for', () => {
    check((from, hours) => assert.ok(nextSendingTime(from, hours) >= from));
  });

  it('is within the hours by the clock on the wall', () => {
    check((from, hours) => assert.ok(open(nextSendingTime(from, hours), hours)));
  });

  it('is its own next sending time', () => {
    check((from, hours) => {
      const next = nextSendingTime(from, hours);
      assert.deepEqual(nextSendingTime(next, hours), next);
      assert.ok(withinSendingHours(next, hours));
    });
  });

  it('is the same for every time that is waited through, and none of these is within the hours', () => {
    fc.assert(
      fc.property(
        instants,
        sendingHours,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (from, hours, parts) => {
          const next = nextSendingTime(from, hours);
          const wait = next.getTime() - from.getTime();
          if (wait === 0) return;
          for (const waited of [0, wait - 1, ...parts.map((part) => Math.floor(part * (wait - 1)))]) {
            const between = new Date(from.getTime() + waited);
            assert.deepEqual(nextSendingTime(between, hours), next);
            assert.equal(open(between, hours), false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not earlier when it is asked for later', () => {
    fc.assert(
      fc.property(instants, fc.nat(40 * 86_400_000), sendingHours, (from, later, hours) => {
        assert.ok(nextSendingTime(from, hours) <= nextSendingTime(new Date(from.getTime() + later), hours));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is at once exactly when it is asked for within the hours', () => {
    check((from, hours) => {
      assert.equal(withinSendingHours(from, hours), open(from, hours));
      assert.equal(nextSendingTime(from, hours).getTime() === from.getTime(), open(from, hours));
    });
  });
});

function check(holds: (from: Date, hours: SendingHours) => void): void {
  fc.assert(fc.property(instants, sendingHours, holds), { numRuns: 1_000 });
}

function open(instant: Date, hours: SendingHours): boolean {
  return isOpen(readWallClock(instant), hours, (date) => !hours.bankHolidays && bankHolidays.has(date));
}
