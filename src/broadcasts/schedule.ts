import { Temporal } from 'temporal-polyfill';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { deadlineInstant, londonZone } from '../time/deadline.ts';
import {
  areAnyTime,
  nextSendingTime,
  permittedSendingHours,
  type SendingHours,
  withinSendingHours,
} from '../time/sending-hours.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { BroadcastContent, Schedule, SendingWish } from './broadcast.ts';

/** In characters. */
export const longestReason = 300;

/** A card waits for a person's working hours at most so many working days: updates, and prompts, which have a deadline. */
const longestWait = { update: 5, prompt: 3 } as const;

/**
 * When a broadcast goes out: in the next sending hours, at a time that the author chose within the permitted hours, or
 * at once because it is urgent. Throws SendingTimeWrong for a time that is past, does not exist or is outside the
 * permitted hours, OwnerOnly and ReasonMissing for urgency.
 */
export function decideSchedule(
  content: BroadcastContent,
  wish: SendingWish,
  author: Person,
  usual: SendingHours,
  now: Date,
): Schedule {
  if (wish.kind === 'urgent') return urgent(wish.because, author, now);
  const chosen = wish.kind === 'at';
  const start = chosen ? chosenTime(wish.date, wish.time, usual, now) : nextSendingTime(now, usual);
  return scheduleFrom(content, start, chosen ? 'permitted' : 'usual');
}

/** The schedule of a broadcast whose first card goes out at an instant within the given hours. */
export function scheduleFrom(content: BroadcastContent, start: Date, hours: Schedule['hours']): Schedule {
  return { startAt: start.toISOString(), hours, latestBy: latestFor(content, start).toISOString() };
}

function urgent(because: string, author: Person, now: Date): Schedule {
  if (!author.duties.roadmapOwner) throw new ProductError('OwnerOnly');
  const reason = because.trim();
  if (reason === '') throw new ProductError('ReasonMissing');
  if (reason.length > longestReason) throw new ProductError('TextTooLong', { limit: longestReason });
  return { startAt: now.toISOString(), hours: 'usual', urgentBecause: reason };
}

function chosenTime(date: string, time: string, usual: SendingHours, now: Date): Date {
  const chosen = localInstant(date, time);
  if (chosen === undefined || chosen <= now) throw new ProductError('SendingTimeWrong');
  if (!areAnyTime(usual) && !withinSendingHours(chosen, permittedSendingHours))
    throw new ProductError('SendingTimeWrong');
  return chosen;
}

function localInstant(date: string, time: string): Date | undefined {
  try {
    return deadlineInstant({ date, time, zone: londonZone });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same time of day some working days on; for a prompt not after its deadline, where that exists. */
function latestFor(content: BroadcastContent, start: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(londonZone);
  const day = addWorkingDays(local.toPlainDate(), longestWait[content.kind]);
  const latest = day.toZonedDateTime({ timeZone: londonZone, plainTime: local.toPlainTime() }).epochMilliseconds;
  if (content.kind === 'update') return new Date(latest);
  const deadline = localInstant(content.deadline.date, content.deadline.time)?.getTime() ?? latest;
  return new Date(Math.max(start.getTime(), Math.min(latest, deadline)));
}
