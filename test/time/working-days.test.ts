import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import bankHolidays from '../../src/time/bank-holidays-england-and-wales.json' with { type: 'json' };
import { deadlineInstant } from '../../src/time/deadline.ts';
import { addWorkingDays, bankHolidaysKnown, defaultDeadline, isWorkingDay } from '../../src/time/working-days.ts';

const day = (date: string) => Temporal.PlainDate.from(date);
const years = [2023, 2024, 2025, 2026, 2027, 2028];

describe('bank holidays of England and Wales', () => {
  it('are known for 2023 to 2028 and for no other year', () => {
    assert.deepEqual([2022, ...years, 2029].filter(bankHolidaysKnown), years);
  });

  it('are eight a year, and nine in the year of the coronation', () => {
    const counts = years.map((year) => bankHolidays.filter(({ date }) => date.startsWith(`${year}-`)).length);
    assert.deepEqual(counts, [9, 8, 8, 8, 8, 8]);
  });

  it('are in order, each once, and on a weekday', () => {
    const dates = bankHolidays.map(({ date }) => date);
    assert.deepEqual(dates, [...new Set(dates)].sort());
    assert.deepEqual(
      dates.filter((date) => day(date).dayOfWeek > 5),
      [],
    );
  });

  it('have Good Friday and Easter Monday around Easter Sunday', () => {
    for (const year of years) {
      const easter = easterSunday(year);
      assert.equal(titleOf(easter.subtract({ days: 2 })), 'Good Friday');
      assert.equal(titleOf(easter.add({ days: 1 })), 'Easter Monday');
    }
  });

  it('have the Mondays of May and August', () => {
    for (const year of years) {
      assert.equal(titleOf(firstMonday(year, 5)), 'Early May bank holiday');
      assert.equal(titleOf(lastMonday(year, 5)), 'Spring bank holiday');
      assert.equal(titleOf(lastMonday(year, 8)), 'Summer bank holiday');
    }
  });

  it('have Christmas, Boxing Day and New Year, or the weekdays that stand in for them', () => {
    for (const year of years) {
      const christmas = weekdayFrom(day(`${year}-12-25`), []);
      const substitute = weekdayFrom(day(`${year}-12-26`), [christmas]);
      for (const date of [weekdayFrom(day(`${year}-01-01`), []), christmas, substitute]) {
        assert.ok(titleOf(date) !== undefined, date.toString());
      }
    }
  });

  it('have the coronation', () => {
    assert.equal(isWorkingDay(day('2023-05-08')), false);
  });
});

describe('a working day', () => {
  it('is Monday to Friday', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
    assert.deepEqual(
      week.map((date) => isWorkingDay(day(date))),
      [true, true, true, true, true, false, false],
    );
  });

  it('is not a substitute for a holiday at the weekend', () => {
    for (const date of ['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03']) {
      assert.equal(isWorkingDay(day(date)), false, date);
    }
    assert.equal(isWorkingDay(day('2026-12-29')), true);
  });

  it('counts by the weekday alone in a year whose bank holidays are missing', () => {
    assert.equal(isWorkingDay(day('2029-12-25')), true);
  });
});

describe('adding working days', () => {
  it('skips the weekend', () => {
    assert.equal(addWorkingDays(day('2026-11-27'), 1).toString(), '2026-11-30');
    assert.equal(addWorkingDays(day('2026-11-28'), 1).toString(), '2026-11-30');
  });

  it('skips Easter', () => {
    assert.equal(addWorkingDays(day('2027-03-25'), 1).toString(), '2027-03-30');
  });

  it('skips Christmas and New Year with their substitutes', () => {
    assert.equal(addWorkingDays(day('2026-12-24'), 1).toString(), '2026-12-29');
    assert.equal(addWorkingDays(day('2027-12-24'), 1).toString(), '2027-12-29');
    assert.equal(addWorkingDays(day('2027-12-31'), 1).toString(), '2028-01-04');
  });

  it('stays where it is for no days', () => {
    assert.equal(addWorkingDays(day('2026-11-28'), 0).toString(), '2026-11-28');
  });

  it('refuses part of a day and days gone by', () => {
    for (const days of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => addWorkingDays(day('2026-11-27'), days), RangeError);
    }
  });
});

describe('the default deadline', () => {
  it('is close of play ten working days from today', () => {
    assert.deepEqual(defaultDeadline(new Date('2026-11-24T10:00:00Z')), {
      date: '2026-12-08',
      time: '17:00',
      zone: 'Europe/London',
    });
  });

  it('gives people the working days that Christmas takes', () => {
    assert.equal(defaultDeadline(new Date('2026-12-18T10:00:00Z')).date, '2027-01-06');
  });

  it('starts from the date in London, not in UTC', () => {
    assert.equal(defaultDeadline(new Date('2026-06-01T22:59:00Z')).date, '2026-06-15');
    assert.equal(defaultDeadline(new Date('2026-06-01T23:30:00Z')).date, '2026-06-16');
  });

  it('stays at 5pm when the clocks go back before it', () => {
    const deadline = defaultDeadline(new Date('2026-10-13T09:00:00Z'));
    assert.equal(deadline.date, '2026-10-27');
    assert.equal(deadlineInstant(deadline).toISOString(), '2026-10-27T17:00:00.000Z');
  });
});

function titleOf(date: Temporal.PlainDate): string | undefined {
  return bankHolidays.find((holiday) => holiday.date === date.toString())?.title;
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

/** The date itself or the next weekday that is not `taken`. */
function weekdayFrom(date: Temporal.PlainDate, taken: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  const free = date.dayOfWeek <= 5 && !taken.some((other) => other.equals(date));
  return free ? date : weekdayFrom(date.add({ days: 1 }), taken);
}

/** Easter Sunday by the anonymous Gregorian computus. */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
