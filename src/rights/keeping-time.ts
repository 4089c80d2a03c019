import { Temporal } from 'temporal-polyfill';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { closesAt } from '../broadcasts/closing.ts';
import { londonZone } from '../time/deadline.ts';

/** How long people's data is kept unless configured otherwise, in months. */
export const usualRetentionMonths = 12;

/**
 * The last instant at which anything may be held of the people whom a broadcast went to: so many months on London's
 * calendar after a prompt closed, after an update last went out, or after a draft that was never sent was written.
 */
export function heldUntil(broadcast: Broadcast, months: number): Date {
  return monthsLater(overAt(broadcast), months);
}

/** The same time of day so many months on, or on the last day of a shorter month; back with a negative number. */
export function monthsLater(from: Date, months: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(londonZone);
  return new Date(local.add({ months }).epochMilliseconds);
}

function overAt({ content, closedEarlyAt, createdAt, confirmed, sentAt, resentAt, laterRuns = [] }: Broadcast): Date {
  if (confirmed === undefined) return new Date(createdAt);
  if (content.kind === 'prompt') return closesAt({ content, ...(closedEarlyAt && { closedEarlyAt }) });
  const wentOut = [
    confirmed.at,
    sentAt,
    resentAt,
    ...laterRuns.map(({ requestedAt, startAt, finishedAt }) => finishedAt ?? startAt ?? requestedAt),
  ];
  return new Date(Math.max(...wentOut.map((at) => Date.parse(at ?? confirmed.at))));
}
