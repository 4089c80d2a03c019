import { Temporal } from 'temporal-polyfill';
import type { LaterRun } from '../broadcasts/broadcast.ts';
import { ProductError } from '../errors/product-error.ts';
import { type Deadline, deadlineInstant, londonZone } from '../time/deadline.ts';

/** A prompt is reminded of at most so often. */
export const mostReminders = 2;

/** From this hour on it is evening, local time. */
const eveningFrom = 17;

/** How many reminders of a prompt there were. */
export function remindersOf(runs: readonly LaterRun[] | undefined): number {
  return (runs ?? []).filter(({ id }) => id.startsWith('remind')).length;
}

/**
 * Throws RemindersUsed after two reminders, PromptClosed once the deadline has passed, and ReminderTooLate when the
 * reminder would go out at or after the deadline, or on the evening before the day of the deadline.
 */
export function requireReminder(
  deadline: Deadline,
  runs: readonly LaterRun[] | undefined,
  now: Date,
  startAt: Date,
): void {
  if (now >= deadlineInstant(deadline)) throw new ProductError('PromptClosed');
  if (remindersOf(runs) >= mostReminders) throw new ProductError('RemindersUsed', { count: mostReminders });
  if (startAt >= deadlineInstant(deadline) || isEveningBefore(deadline, startAt))
    throw new ProductError('ReminderTooLate');
}

function isEveningBefore(deadline: Deadline, at: Date): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(londonZone);
  const dayBefore = Temporal.PlainDate.from(deadline.date).subtract({ days: 1 });
  return local.toPlainDate().equals(dayBefore) && local.hour >= eveningFrom;
}
