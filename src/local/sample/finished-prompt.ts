import { Temporal } from 'temporal-polyfill';
import { ulid } from 'ulid';
import type { Broadcast, PromptContent } from '../../broadcasts/broadcast.ts';
import { listTemplates } from '../../broadcasts/templates.ts';
import type { Delivery, Outcome, Recipient, Slice } from '../../delivery/delivery.ts';
import type { Response } from '../../responses/response.ts';
import { deadlineInstant, londonZone } from '../../time/deadline.ts';
import { addWorkingDays, defaultDeadline } from '../../time/working-days.ts';
import { type FinishedAnswer, readFinishedAnswers, toAnswers } from './finished-answers.ts';
import { finishedDeliveries, finishedOutcome, finishedSlices } from './finished-deliveries.ts';
import { playgroundPeople, samplePersonId } from './people.ts';

/** A prompt that is over, with all that is stored about it. */
export interface FinishedPrompt {
  readonly broadcast: Broadcast;
  readonly slices: readonly Slice[];
  /** By slice number. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly deliveries: readonly Delivery[];
  readonly responses: readonly Response[];
}

/**
 * The sample consultation: sent to everybody at 10am on the first Tuesday after the 1st of last month, and closed ten
 * working days later, so that it is over whatever `now` is. All through a month it is the same.
 */
export function finishedPrompt(now: Date): FinishedPrompt {
  const day = dayOfSending(now);
  const written = londonInstant(day, '09:10');
  const confirmed = londonInstant(day, '10:00');
  const id = ulid(written.getTime(), () => 0);
  const slices = finishedSlices(id);
  const bySlice = slices.map((slice) => finishedDeliveries(slice, confirmed));
  const deliveries = bySlice.flat();
  const recipients = new Map(deliveries.map((delivery) => [delivery.personId, delivery]));
  return {
    broadcast: {
      id,
      author: playgroundPeople.roadmapOwner.id,
      content: consultation(confirmed),
      audience: { areas: 'all' },
      state: 'sent',
      createdAt: written.toISOString(),
      confirmed: { at: confirmed.toISOString(), audienceSize: deliveries.length },
      plan: { slices: slices.length, recipients: deliveries.length, complete: true },
      sentAt: new Date(Math.max(...deliveries.map(({ at }) => Date.parse(at)))).toISOString(),
    },
    slices,
    outcomes: new Map(bySlice.map((ofSlice, index) => [index + 1, finishedOutcome(ofSlice)])),
    deliveries,
    responses: readFinishedAnswers().map((answer) => responseTo(answer, id, day, recipients)),
  };
}

function dayOfSending(now: Date): Temporal.PlainDate {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(londonZone).toPlainDate();
  const second = today.subtract({ months: 1 }).with({ day: 2 });
  const tuesday = 2;
  return second.add({ days: (tuesday - second.dayOfWeek + 7) % 7 });
}

function consultation(confirmed: Date): PromptContent {
  const template = listTemplates().find(({ id }) => id === 'consultation');
  if (template === undefined) throw new Error('there is no template for a consultation');
  const { title, body, questions } = template;
  return { kind: 'prompt', title, body, privacy: 'confidential', questions, deadline: defaultDeadline(confirmed) };
}

function responseTo(
  answer: FinishedAnswer,
  broadcastId: string,
  day: Temporal.PlainDate,
  recipients: ReadonlyMap<string, Recipient>,
): Response {
  const recipient = recipients.get(samplePersonId(answer.person));
  if (recipient === undefined) throw new RangeError(`no sample person has the number ${answer.person}`);
  const { personId, area, site, role, language } = recipient;
  return {
    broadcastId,
    respondentId: personId,
    answers: toAnswers(answer),
    revision: answer.revision,
    profile: {
      area,
      language,
      ...(site === undefined ? {} : { site }),
      ...(role === undefined ? {} : { role }),
    },
    answeredAt: londonInstant(addWorkingDays(day, answer.workingDay), answer.time).toISOString(),
  };
}

function londonInstant(day: Temporal.PlainDate, time: string): Date {
  return deadlineInstant({ date: day.toString(), time, zone: londonZone });
}
