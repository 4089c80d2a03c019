import assert from 'node:assert/strict';
import { decodeTime, ulid } from 'ulid';
import type { PromptContent, Schedule, Series } from '../../src/broadcasts/broadcast.ts';
import {
  isOfSeries,
  nextDue,
  nextInSeries,
  openWorkingDays,
  type SeriesPrompt,
  seriesBroadcastId,
  withRecurrence,
} from '../../src/broadcasts/series.ts';
import { ulidMonth } from '../../src/cosmos/ulid-month.ts';
import { anyTime, defaultSendingHours } from '../../src/time/sending-hours.ts';

const content: PromptContent = {
  kind: 'prompt',
  title: { en: 'Title' },
  body: { en: 'Body' },
  privacy: 'anonymous',
  questions: [{ id: 'q1', kind: 'free-text', text: { en: 'Why?' }, required: true, maxLength: 1_000 }],
  deadline: { date: '2026-12-04', time: '17:00', zone: 'Europe/London' },
};

function prompt(
  every: Series['every'],
  startAt: string,
  changes: Partial<Schedule> = {},
  until = '2026-12-04',
): SeriesPrompt {
  const id = ulid(Date.parse(startAt) - 60_000);
  return {
    id,
    author: 'a',
    content: { ...content, deadline: { ...content.deadline, date: until } },
    audience: { areas: ['wessex'] },
    state: 'sent',
    createdAt: startAt,
    confirmed: { at: startAt, audienceSize: 10 },
    schedule: { startAt, hours: 'usual', ...changes },
    series: { id, number: 1, every },
    laterRuns: [{ id: 'correct-1', requestedBy: 'a', requestedAt: startAt }],
    closedEarlyAt: startAt,
  };
}

describe('the id of a prompt in a series', () => {
  const [one, other] = ['01JD3E9R6Y0000000000000000', '01JD3E9R6Y0000000000000001'];
  const due = new Date('2026-12-01T10:00:00Z');

  it('is a ULID of the time when it is due, the same whoever makes it', () => {
    const id = seriesBroadcastId(one, 2, due);
    assert.match(id, /^[0-9A-HJKMNP-TV-Z]{26}$/);
    assert.equal(decodeTime(id), due.getTime());
    assert.equal(ulidMonth(id), '2026-12');
    assert.equal(seriesBroadcastId(one, 2, due), id);
  });

  it('differs from that of every other number and series', () => {
    const ids = [one, other].flatMap((series) =>
      Array.from({ length: 500 }, (_, number) => seriesBroadcastId(series, number + 1, due)),
    );
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the next prompt of a series is due', () => {
  for (const [every, hours, start, due] of [
    // Tuesday to Thursday, at the same time by the clock in London.
    ['week', 'usual', '2026-11-24T10:30:00Z', '2026-12-01T10:30:00.000Z'],
    ['week', 'usual', '2026-03-24T10:30:00Z', '2026-03-31T09:30:00.000Z'],
    ['week', 'usual', '2026-10-20T09:30:00Z', '2026-10-27T10:30:00.000Z'],
    // A Friday that the author chose stays one; urgent ones wait for the usual hours from then on.
    ['week', 'permitted', '2026-11-27T09:00:00Z', '2026-12-04T09:00:00.000Z'],
    ['week', 'usual', '2026-11-27T20:00:00Z', '2026-12-08T10:00:00.000Z'],
    // 25 December 2025 was a Thursday: it goes out in the next sending hours.
    ['week', 'usual', '2025-12-18T11:00:00Z', '2025-12-30T10:00:00.000Z'],
    // The first sending hours of April, July, October and January.
    ['quarter', 'usual', '2026-02-10T11:00:00Z', '2026-04-01T09:00:00.000Z'],
    ['quarter', 'permitted', '2026-04-01T09:00:00Z', '2026-07-01T09:00:00.000Z'],
    ['quarter', 'usual', '2026-09-30T14:59:00Z', '2026-10-01T09:00:00.000Z'],
    ['quarter', 'usual', '2026-12-31T11:00:00Z', '2027-01-05T10:00:00.000Z'],
  ] as const) {
    it(`a ${every} after ${start} (${hours} hours): at ${due}`, () => {
      assert.equal(nextDue(prompt(every, start, { hours }), defaultSendingHours).toISOString(), due);
    });
  }

  it('at once where all hours are sending hours', () => {
    const due = nextDue(prompt('week', '2026-11-28T03:00:00Z', { hours: 'permitted' }), anyTime);
    assert.equal(due.toISOString(), '2026-12-05T03:00:00.000Z');
  });
});

describe('the next prompt of a series', () => {
  const start = '2026-11-24T10:00:00Z';
  const due = new Date('2026-12-01T10:00:00Z');
  const first = prompt('week', start);
  const next = nextInSeries({ ...first, series: { ...first.series, workingDays: 8 } }, defaultSendingHours, 17, due);

  it('asks the same of the people of the same audience, counted anew, under the same promise', () => {
    const { deadline: _before, ...asked } = first.content;
    const { deadline: _after, ...askedNext } = next.content;
    assert.deepEqual(askedNext, asked);
    assert.deepEqual([next.author, next.audience], [first.author, first.audience]);
    assert.deepEqual(next.confirmed, { at: due.toISOString(), audienceSize: 17 });
  });

  it('is scheduled, with nothing done of it yet', () => {
    assert.equal(next.state, 'scheduled');
    assert.equal(next.schedule.startAt, due.toISOString());
    assert.deepEqual(next.plan, { slices: 0, recipients: 0, complete: false });
    assert.deepEqual(next.series, {
      id: first.id,
      number: 2,
      previous: first.id,
      every: 'week',
      workingDays: 8,
    });
    assert.equal(next.id, seriesBroadcastId(first.id, 2, due));
    assert.deepEqual([next.laterRuns, next.closedEarlyAt, next.sentAt], [undefined, undefined, undefined]);
    assert.ok(isOfSeries(next));
  });

  it('is open for as many working days as the first, bank holidays left out', () => {
    assert.equal(next.content.deadline.date, '2026-12-11');
    const atChristmas = { ...prompt('week', '2025-12-16T10:00:00Z'), series: { ...first.series, workingDays: 5 } };
    const after = nextInSeries(atChristmas, defaultSendingHours, 17, new Date('2025-12-23T10:00:00Z'));
    assert.equal(after.content.deadline.date, '2026-01-02');
    assert.equal(after.content.deadline.time, '17:00');
  });

  it('starts in the next sending hours when nothing was running while it was due, under the same id', () => {
    const late = nextInSeries(first, defaultSendingHours, 17, new Date('2026-12-05T12:00:00Z'));
    assert.equal(late.schedule.startAt, '2026-12-08T10:00:00.000Z');
    assert.equal(late.id, next.id);
    const soon = nextInSeries(first, defaultSendingHours, 17, new Date(due.getTime() + 30_000));
    assert.equal(soon.schedule.startAt, due.toISOString());
  });
});

describe('how long a prompt is open', () => {
  for (const [start, until, days] of [
    ['2026-11-24T10:00:00Z', '2026-12-04', 8],
    ['2026-11-24T10:00:00Z', '2026-11-24', 1],
    ['2026-11-27T10:00:00Z', '2026-11-29', 1],
    ['2025-12-23T10:00:00Z', '2026-01-02', 5],
    ['2026-11-24T10:00:00Z', '9999-12-31', 260],
  ] as const) {
    it(`from ${start} until ${until} is ${days} working days`, () => {
      assert.equal(
        openWorkingDays({ ...content, deadline: { ...content.deadline, date: until } }, new Date(start)),
        days,
      );
    });
  }
});

describe('a draft', () => {
  const {
    series: _series,
    schedule: _schedule,
    confirmed: _confirmed,
    ...rest
  } = prompt('week', '2026-11-24T10:00:00Z');

  it('is the first of a series, or asked once', () => {
    const weekly = withRecurrence(rest, 'week');
    assert.deepEqual(weekly.series, { id: rest.id, number: 1, every: 'week' });
    assert.deepEqual(withRecurrence(weekly, 'quarter').series, { id: rest.id, number: 1, every: 'quarter' });
    assert.deepEqual(withRecurrence(weekly, 'once'), rest);
    assert.equal(isOfSeries(weekly), false, 'not before it is confirmed');
  });
});
