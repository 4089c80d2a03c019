import assert from 'node:assert/strict';
import { type Deadline, deadlineInstant, deadlinePassed } from '../../src/time/deadline.ts';

const at = (date: string, time = '17:00'): Deadline => ({ date, time, zone: 'Europe/London' });

describe('a deadline', () => {
  it('is 5pm on the London clock, in winter and in summer', () => {
    assert.equal(deadlineInstant(at('2023-03-10')).toISOString(), '2023-03-10T17:00:00.000Z');
    assert.equal(deadlineInstant(at('2023-03-31')).toISOString(), '2023-03-31T16:00:00.000Z');
  });

  it('follows the clocks back on the last Sunday of October', () => {
    assert.equal(deadlineInstant(at('2026-10-23')).toISOString(), '2026-10-23T16:00:00.000Z');
    assert.equal(deadlineInstant(at('2026-10-26')).toISOString(), '2026-10-26T17:00:00.000Z');
  });

  it('takes the first of the two half past ones on the night the clocks go back', () => {
    assert.equal(deadlineInstant(at('2026-10-25', '01:30')).toISOString(), '2026-10-25T00:30:00.000Z');
  });

  it('moves a time that the clocks skip to the hour after', () => {
    assert.equal(deadlineInstant(at('2026-03-29', '01:30')).toISOString(), '2026-03-29T01:30:00.000Z');
  });

  it('refuses a date or time that does not exist', () => {
    assert.throws(() => deadlineInstant(at('2026-02-30')), RangeError);
    assert.throws(() => deadlineInstant(at('2026-03-10', '25:00')), RangeError);
    assert.throws(() => deadlineInstant(at('next Friday')), RangeError);
  });

  it('passes at its own instant and not a millisecond sooner', () => {
    const deadline = at('2026-11-27');
    assert.equal(deadlinePassed(deadline, new Date('2026-11-27T16:59:59.999Z')), false);
    assert.equal(deadlinePassed(deadline, new Date('2026-11-27T17:00:00.000Z')), true);
  });

  it('has passed from its instant on, however near or far that is', () => {
    const day = 24 * 60 * 60_000;
    const dates = ['2026-01-15', '2026-03-29', '2026-07-01', '2026-10-25'];
    const times = ['00:00', '01:30', '12:00', '23:59'];
    for (const deadline of dates.flatMap((date) => times.map((time) => at(date, time)))) {
      const instant = deadlineInstant(deadline).getTime();
      for (const offset of [-400 * day, -day, -day / 2, -1, 0, 1, day / 2, day, 400 * day]) {
        assert.equal(deadlinePassed(deadline, new Date(instant + offset)), offset >= 0, `${deadline.date} ${offset}`);
      }
    }
  });
});
