import assert from 'node:assert/strict';
import { samplePeople } from '../../src/local/sample/people.ts';
import { hoursFor, sendTimeFor, type WorkingTime } from '../../src/people/working-time.ts';
import {
  anyTime,
  cpsDirectSendingHours,
  defaultSendingHours,
  permittedSendingHours,
  type SendingHours,
} from '../../src/time/sending-hours.ts';

const week = (days: readonly number[], from: string, to: string) => days.map((day) => ({ day, from, to }));
const away = (from: string, to: string): WorkingTime => ({ away: [{ from, to }] });
const tuesday = '2026-11-24T10:30:00.000Z';

function sendTime(
  workingTime: WorkingTime | undefined,
  from: string,
  options: { hours?: SendingHours; latestBy?: string } = {},
) {
  const latestBy = options.latestBy === undefined ? undefined : new Date(options.latestBy);
  return sendTimeFor(workingTime, options.hours ?? defaultSendingHours, new Date(from), latestBy).toISOString();
}

describe('the sending hours for an area', () => {
  it('are the chosen ones, by default the usual ones', () => {
    assert.deepEqual(hoursFor('wessex'), defaultSendingHours);
    assert.deepEqual(hoursFor('wessex', permittedSendingHours), permittedSendingHours);
  });

  it('are those of CPS Direct for CPS Direct, unless it is urgent', () => {
    assert.deepEqual(hoursFor('cps-direct', permittedSendingHours), cpsDirectSendingHours);
    assert.deepEqual(hoursFor('cps-direct', structuredClone(anyTime)), anyTime);
  });
});

describe('when a card for a person goes out', () => {
  it('is in the sending hours when nothing is known of the person', () => {
    assert.equal(sendTime(undefined, tuesday), tuesday);
    assert.equal(sendTime({}, '2026-11-26T16:00:00Z'), '2026-12-01T10:00:00.000Z');
  });

  it('is while the person works', () => {
    const partTime = { pattern: [...week([3], '13:00', '18:00'), ...week([1, 5], '09:00', '17:00')] };
    assert.equal(sendTime(partTime, tuesday), '2026-11-25T13:00:00.000Z');
    assert.equal(sendTime(partTime, '2026-11-25T16:00:00Z'), '2026-12-02T13:00:00.000Z');
    assert.equal(sendTime(partTime, '2026-11-25T16:00:00Z', { hours: anyTime }), '2026-11-25T16:00:00.000Z');
  });

  it('is when the person is back', () => {
    assert.equal(sendTime(away('2026-11-24', '2026-11-24'), tuesday), '2026-11-25T10:00:00.000Z');
    assert.equal(sendTime(away('2026-11-20', '2026-12-24'), tuesday), '2026-12-29T10:00:00.000Z');
    assert.equal(sendTime(away('2026-11-25', '2026-12-24'), tuesday), tuesday);
  });

  it('is in a night shift from its beginning to its end, except next to a day away', () => {
    const nights = { pattern: week([1, 2, 3, 4, 5], '22:00', '06:00') };
    const within = (from: string, periods: WorkingTime = {}) =>
      sendTime({ ...nights, ...periods }, from, { hours: anyTime });
    assert.equal(within(tuesday), '2026-11-24T22:00:00.000Z');
    assert.equal(within('2026-11-28T05:00:00Z'), '2026-11-28T05:00:00.000Z');
    assert.equal(within('2026-11-28T06:00:00Z'), '2026-11-30T22:00:00.000Z');
    assert.equal(within('2026-11-25T00:00:00Z', away('2026-11-25', '2026-11-25')), '2026-11-26T22:00:00.000Z');
  });

  it('is never later than the latest time, whatever the person works', () => {
    const latestBy = '2026-11-26T15:30:00.000Z';
    assert.equal(
      sendTime({ pattern: week([5], '09:00', '17:00') }, tuesday, { hours: permittedSendingHours, latestBy }),
      latestBy,
    );
    assert.equal(sendTime(away('2026-11-20', '2026-11-27'), tuesday, { latestBy }), latestBy);
    assert.equal(sendTime(away('2026-11-20', '2027-11-27'), tuesday, { latestBy }), latestBy);
    assert.equal(sendTime({ pattern: week([3], '09:00', '17:00') }, tuesday, { latestBy }), '2026-11-25T10:00:00.000Z');
  });

  it('is at once when the latest time has passed', () => {
    assert.equal(sendTime(undefined, '2026-11-28T03:00:00.000Z', { latestBy: tuesday }), '2026-11-28T03:00:00.000Z');
  });

  it('is in the sending hours alone when the person never works in them, but not while the person is away', () => {
    for (const pattern of [[], week([1, 2, 3, 4, 5], '22:00', '06:00'), week([6, 7], '09:00', '17:00')]) {
      assert.equal(sendTime({ pattern }, tuesday), tuesday);
      assert.equal(sendTime({ pattern, ...away('2026-11-24', '2026-11-30') }, tuesday), '2026-12-01T10:00:00.000Z');
    }
  });

  it('is in the sending hours alone when the person is away for more than five weeks', () => {
    assert.equal(sendTime(away('2026-11-20', '2026-12-28'), tuesday), '2026-12-29T10:00:00.000Z');
    assert.equal(sendTime(away('2026-11-20', '2026-12-29'), tuesday), tuesday);
  });

  it('is later for sample people who work in other hours or are away', () => {
    const from = '2026-12-02T10:30:00.000Z';
    const times = samplePeople().map(({ area, workingTime }) => sendTime(workingTime, from, { hours: hoursFor(area) }));
    assert.deepEqual(times.filter((time) => time !== from).sort(), [
      ...Array(3).fill('2026-12-02T18:00:00.000Z'),
      '2026-12-08T10:00:00.000Z',
      '2026-12-15T10:00:00.000Z',
    ]);
  });

  it('refuses days and times that do not exist', () => {
    for (const pattern of [week([8], '09:00', '17:00'), week([1], '9am', '17:00')]) {
      assert.throws(() => sendTime({ pattern }, tuesday), RangeError);
    }
  });
});
