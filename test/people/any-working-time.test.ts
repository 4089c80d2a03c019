import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sendTimeFor, type WorkingTime } from '../../src/people/working-time.ts';
import { anyTime, nextSendingTime, type SendingHours, withinSendingHours } from '../../src/time/sending-hours.ts';
import { instants, isOpen, readWallClock, sendingHours, timesOfDay } from '../time/wall-clock.ts';

interface Case {
  readonly from: Date;
  readonly hours: SendingHours;
  readonly workingTime: WorkingTime;
  readonly latestBy: Date | undefined;
  /** Whether a card may go out at an instant, as a clock and a calendar say. */
  readonly fits: (at: Date) => boolean;
}

const day = 86_400_000;
const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * day);

const cases: fc.Arbitrary<Case> = fc
  .record({
    from: instants,
    hours: sendingHours,
    shift: fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), from: timesOfDay, to: timesOfDay }),
    absence: fc.option(fc.record({ start: fc.integer({ min: -5, max: 20 }), length: fc.integer({ min: 0, max: 50 }) })),
    patience: fc.option(fc.double({ min: 0, max: 30, noNaN: true })),
  })
  .map(({ from, hours, shift, absence, patience }) => {
    const date = (days: number) => readWallClock(daysAfter(from, days)).date;
    const away = absence === null ? [] : [{ from: date(absence.start), to: date(absence.start + absence.length) }];
    const isAway = (on: string) => away.some((period) => period.from <= on && on <= period.to);
    return {
      from,
      hours,
      workingTime: { pattern: shift.days.map((each) => ({ day: each, from: shift.from, to: shift.to })), away },
      latestBy: patience === null ? undefined : daysAfter(from, patience),
      fits: (at) => withinSendingHours(at, hours) && isOpen(readWallClock(at), shift, isAway),
    };
  });

describe('when a card goes out, whatever the person works', () => {
  it('is neither before the earliest time nor after the latest', () => {
    check(({ workingTime, hours, from, latestBy }) => {
      const time = sendTimeFor(workingTime, hours, from, latestBy);
      assert.ok(time >= from);
      assert.ok(latestBy === undefined || time <= latestBy);
    });
  });

  it('is the first time that fits, or at the latest time, or in the sending hours when none fits for five weeks', () => {
    check(({ workingTime, hours, from, latestBy, fits }) => {
      const time = sendTimeFor(workingTime, hours, from, latestBy);
      const atTheLatest = time.getTime() === latestBy?.getTime();
      assert.ok(atTheLatest || withinSendingHours(time, hours));
      const noneUntil = atTheLatest || fits(time) ? time : daysAfter(from, 35);
      for (let at = from; at < noneUntil; at = daysAfter(at, 0.37)) assert.equal(fits(at), false);
      if (time > from) assert.equal(fits(new Date(time.getTime() - 1)), false);
    });
  });

  it('is not earlier when it is asked for later', () => {
    fc.assert(
      fc.property(
        cases,
        fc.double({ min: 0, max: 40, noNaN: true }),
        ({ workingTime, hours, from, latestBy }, days) => {
          const later = sendTimeFor(workingTime, hours, daysAfter(from, days), latestBy);
          assert.ok(sendTimeFor(workingTime, hours, from, latestBy) <= later);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the next sending time for somebody who is always at work', () => {
    const always = { pattern: anyTime.days.map((each) => ({ day: each, from: '00:00', to: '00:00' })) };
    check(({ hours, from }) => assert.deepEqual(sendTimeFor(always, hours, from), nextSendingTime(from, hours)));
  });
});

function check(holds: (each: Case) => void): void {
  fc.assert(fc.property(cases, holds), { numRuns: 500 });
}
