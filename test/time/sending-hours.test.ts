import assert from 'node:assert/strict';
import {
  anyTime,
  areAnyTime,
  cpsDirectSendingHours,
  defaultSendingHours,
  nextSendingTime,
  ownSendingHours,
  permittedSendingHours,
  type SendingHours,
  withinSendingHours,
} from '../../src/time/sending-hours.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const nights: SendingHours = { days: everyDay, from: '22:00', to: '06:00', bankHolidays: true };
const hours = (from: string, to: string): SendingHours => ({ days: everyDay, from, to, bankHolidays: true });
const next = (from: string, within: SendingHours) => nextSendingTime(new Date(from), within).toISOString();

describe('the sending hours', () => {
  it('are 10am to 4pm from Tuesday to Thursday, unless an author chooses within 9am to 5pm on weekdays', () => {
    assert.deepEqual(defaultSendingHours, { days: [2, 3, 4], from: '10:00', to: '16:00', bankHolidays: false });
    assert.deepEqual(permittedSendingHours, { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', bankHolidays: false });
  });

  it('of CPS Direct are every evening, also on bank holidays', () => {
    assert.equal(next('2026-12-25T09:00:00Z', cpsDirectSendingHours), '2026-12-25T18:00:00.000Z');
    assert.equal(next('2026-12-27T22:00:00Z', cpsDirectSendingHours), '2026-12-28T18:00:00.000Z');
    assert.deepEqual([...ownSendingHours], [['cps-direct', cpsDirectSendingHours]]);
  });

  it('begin at their first instant and are over at their last', () => {
    assert.equal(next('2026-11-24T09:59:59.999Z', defaultSendingHours), '2026-11-24T10:00:00.000Z');
    assert.equal(next('2026-11-24T15:59:59.999Z', defaultSendingHours), '2026-11-24T15:59:59.999Z');
    assert.equal(next('2026-11-24T16:00:00.000Z', defaultSendingHours), '2026-11-25T10:00:00.000Z');
    assert.equal(withinSendingHours(new Date('2026-11-24T10:00:00Z'), defaultSendingHours), true);
    assert.equal(withinSendingHours(new Date('2026-11-24T16:00:00Z'), defaultSendingHours), false);
  });

  it('go on after the weekend', () => {
    assert.equal(next('2026-11-26T16:30:00Z', defaultSendingHours), '2026-12-01T10:00:00.000Z');
    assert.equal(next('2026-11-27T17:00:00Z', permittedSendingHours), '2026-11-30T09:00:00.000Z');
  });

  it('leave out bank holidays, and in a year whose bank holidays are missing only the weekends', () => {
    assert.equal(next('2026-12-24T17:00:00Z', permittedSendingHours), '2026-12-29T09:00:00.000Z');
    assert.equal(next('2027-12-24T17:00:00Z', permittedSendingHours), '2027-12-29T09:00:00.000Z');
    assert.equal(next('2027-12-31T17:00:00Z', permittedSendingHours), '2028-01-04T09:00:00.000Z');
    assert.equal(next('2029-12-24T17:00:00Z', permittedSendingHours), '2029-12-25T09:00:00.000Z');
  });

  it('are local: an hour earlier in UTC in summer', () => {
    assert.equal(next('2026-10-22T16:00:00Z', defaultSendingHours), '2026-10-27T10:00:00.000Z');
    assert.equal(next('2026-03-26T17:00:00Z', defaultSendingHours), '2026-03-31T09:00:00.000Z');
    assert.equal(next('2026-06-01T23:30:00Z', hours('00:15', '00:45')), '2026-06-01T23:30:00.000Z');
  });

  it('may be any time', () => {
    for (const at of ['2026-12-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']) assert.equal(next(at, anyTime), at);
    assert.equal(areAnyTime(anyTime), true);
    for (const less of [
      permittedSendingHours,
      nights,
      { ...anyTime, bankHolidays: false },
      { ...anyTime, days: [1] },
    ]) {
      assert.equal(areAnyTime(less), false);
    }
  });

  it('refuse days and times that do not exist, and to open on no day', () => {
    for (const wrong of [{ days: [] }, { days: [0] }, { days: [8] }, { from: '9:00' }, { to: '24:00' }]) {
      assert.throws(() => nextSendingTime(new Date(), { ...defaultSendingHours, ...wrong }), RangeError);
    }
  });
});

describe('sending hours across midnight', () => {
  it('are open on both sides of it', () => {
    assert.equal(next('2026-11-24T12:00:00Z', nights), '2026-11-24T22:00:00.000Z');
    assert.equal(next('2026-11-25T05:59:59Z', nights), '2026-11-25T05:59:59.000Z');
    assert.equal(next('2026-11-25T06:00:00Z', nights), '2026-11-25T22:00:00.000Z');
  });

  it('belong to the day on which they begin', () => {
    const fridays = { ...nights, days: [5] };
    assert.equal(next('2026-11-27T03:00:00Z', fridays), '2026-11-27T22:00:00.000Z');
    assert.equal(next('2026-11-28T03:00:00Z', fridays), '2026-11-28T03:00:00.000Z');
    assert.equal(next('2026-11-28T06:00:00Z', fridays), '2026-12-04T22:00:00.000Z');
    const sundays = { ...nights, days: [7] };
    assert.equal(next('2026-11-30T03:00:00Z', sundays), '2026-11-30T03:00:00.000Z');
  });

  it('neither reach into a bank holiday nor out of one', () => {
    const working = { ...nights, bankHolidays: false };
    assert.equal(next('2026-12-24T23:59:00Z', working), '2026-12-24T23:59:00.000Z');
    assert.equal(next('2026-12-25T00:00:00Z', working), '2026-12-26T22:00:00.000Z');
  });
});

describe('sending hours in the night in which the clocks go forward', () => {
  it('begin at 2am when they would begin in the hour that is skipped', () => {
    assert.equal(next('2026-03-29T00:10:00Z', hours('01:30', '03:00')), '2026-03-29T01:00:00.000Z');
  });

  it('do not open when all of them is skipped', () => {
    assert.equal(next('2026-03-29T00:10:00Z', hours('01:15', '01:45')), '2026-03-30T00:15:00.000Z');
  });

  it('run through it when they are a night', () => {
    assert.equal(next('2026-03-29T01:00:00Z', nights), '2026-03-29T01:00:00.000Z');
    assert.equal(next('2026-03-29T05:00:00Z', nights), '2026-03-29T21:00:00.000Z');
  });
});

describe('sending hours in the night in which the clocks go back', () => {
  it('open twice when they are in the hour that is repeated', () => {
    assert.equal(next('2026-10-25T00:00:00Z', hours('01:15', '01:45')), '2026-10-25T00:15:00.000Z');
    assert.equal(next('2026-10-25T00:45:00Z', hours('01:15', '01:45')), '2026-10-25T01:15:00.000Z');
    assert.equal(next('2026-10-25T01:45:00Z', hours('01:15', '01:45')), '2026-10-26T01:15:00.000Z');
  });

  it('run through it when they are a night, until 6am by the new time', () => {
    assert.equal(next('2026-10-25T05:59:00Z', nights), '2026-10-25T05:59:00.000Z');
    assert.equal(next('2026-10-25T06:00:00Z', nights), '2026-10-25T22:00:00.000Z');
  });
});
