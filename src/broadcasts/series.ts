import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { encodeTime } from 'ulid';
import { type Deadline, deadlineInstant, londonZone } from '../time/deadline.ts';
import { areAnyTime, nextSendingTime, permittedSendingHours, type SendingHours } from '../time/sending-hours.ts';
import { addWorkingDays, isWorkingDay } from '../time/working-days.ts';
import type { Broadcast, PromptContent, Recurrence, Schedule, Series } from './broadcast.ts';
import type { Prompt } from './broadcast-state.ts';
import { scheduleFrom } from './schedule.ts';

/** A prompt of a series that was confirmed. */
export interface SeriesPrompt extends Prompt {
  readonly series: Series;
  readonly schedule: Schedule;
}

/** Whether a broadcast belongs to a series and was confirmed. */
export function isOfSeries(broadcast: Broadcast): broadcast is SeriesPrompt {
  const { content, series, schedule, confirmed } = broadcast;
  return content.kind === 'prompt' && series !== undefined && schedule !== undefined && confirmed !== undefined;
}

/** Crockford's alphabet, as in ULIDs. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const restLength = 16;

/**
 * The id of one prompt of a series: a ULID of the time at which it is due, whose other part follows from the series and
 * the number, so that whoever makes it, and however often, makes the same one.
 */
export function seriesBroadcastId(seriesId: string, number: number, dueAt: Date): string {
  const hash = createHash('sha256').update(`${seriesId} ${number}`).digest();
  const rest = [...hash.subarray(0, restLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return encodeTime(dueAt.getTime(), timeLength) + rest;
}

/**
 * When the next prompt of a series is due: seven days after this one by the clock in London, or the first of the quarters
 * of the financial year (April, July, October, January) that begins after it; in either case within the sending hours.
 */
export function nextDue({ series, schedule }: SeriesPrompt, usual: SendingHours): Date {
  const start = Temporal.Instant.from(schedule.startAt).toZonedDateTimeISO(londonZone);
  if (series.every === 'week') {
    const at = new Date(start.add({ days: 7 }).epochMilliseconds);
    return nextSendingTime(at, hoursOf(schedule, usual));
  }
  const quarter = start.toPlainDate().with({ month: start.month - ((start.month - 1) % 3), day: 1 });
  const next = quarter.add({ months: 3 }).toZonedDateTime({ timeZone: londonZone });
  return nextSendingTime(new Date(next.epochMilliseconds), usual);
}

/** About a year. */
const mostWorkingDays = 260;

/** How many working days a prompt that starts then is open: at least one, and a year at most; its last day counts. */
export function openWorkingDays({ deadline }: PromptContent, startAt: Date): number {
  const last = Temporal.PlainDate.from(deadline.date);
  let days = 0;
  let day = londonDate(startAt);
  while (days < mostWorkingDays && Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) days += 1;
  }
  return Math.max(1, days);
}

/** A prompt that is made later than this after it was due starts in the next sending hours. In milliseconds. */
const lateMs = 60 * 60 * 1_000;

/** The prompt that follows in a series: the same questions under the same promise, open for as many working days. */
export function nextInSeries(previous: SeriesPrompt, usual: SendingHours, people: number, now: Date): SeriesPrompt {
  const { author, audience, content, series, schedule, approval } = previous;
  const dueAt = nextDue(previous, usual);
  const hours = series.every === 'week' ? schedule.hours : 'usual';
  const late = now.getTime() - dueAt.getTime() > lateMs;
  const start = late ? nextSendingTime(now, hoursOf({ hours }, usual)) : dueAt;
  const workingDays = series.workingDays ?? openWorkingDays(content, new Date(schedule.startAt));
  const next: PromptContent = { ...content, deadline: deadlineAfter(start, workingDays, content.deadline) };
  const number = series.number + 1;
  return {
    id: seriesBroadcastId(series.id, number, dueAt),
    author,
    content: next,
    audience,
    state: 'scheduled',
    createdAt: now.toISOString(),
    ...(approval === undefined ? {} : { approval }),
    confirmed: { at: now.toISOString(), audienceSize: people },
    plan: { slices: 0, recipients: 0, complete: false },
    schedule: scheduleFrom(next, start, hours),
    series: { id: series.id, number, every: series.every, workingDays, previous: previous.id },
  };
}

/** The draft of the first prompt of a series, or of one that is asked once. */
export function withRecurrence(draft: Broadcast, every: Recurrence | 'once'): Broadcast {
  const { series: _series, ...once } = draft;
  return every === 'once' ? once : { ...once, series: { id: draft.id, number: 1, every } };
}

function deadlineAfter(start: Date, workingDays: number, { time, zone }: Deadline): Deadline {
  const deadline = { date: addWorkingDays(londonDate(start), workingDays).toString(), time, zone };
  return deadlineInstant(deadline) > start ? deadline : deadlineAfter(start, workingDays + 1, deadline);
}

function hoursOf({ hours }: Pick<Schedule, 'hours'>, usual: SendingHours): SendingHours {
  return hours === 'permitted' && !areAnyTime(usual) ? permittedSendingHours : usual;
}

function londonDate(instant: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(londonZone).toPlainDate();
}
