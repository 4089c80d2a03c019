import { Temporal } from 'temporal-polyfill';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import { londonZone } from '../time/deadline.ts';
import type { Snapshot } from './snapshot.ts';

/** Once a day, at 8am in London. */
export const daily = 1_440;

const hourOfDay = 8;

/** An answer that was sent just in time is stored some seconds after the prompt has closed. */
const lastAnswersMs = 30_000;

/**
 * When answers are next counted after an instant: at fixed times, so that nothing about when somebody answered shows in
 * when the figures move. `everyMinutes` is 1 to 1,440; a day's batch is counted at 8am in London.
 */
export function nextCounting(after: Date, everyMinutes: number): Date {
  if (everyMinutes < daily) {
    const period = everyMinutes * 60_000;
    return new Date((Math.floor(after.getTime() / period) + 1) * period);
  }
  const local = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(londonZone);
  const today = local.withPlainTime({ hour: hourOfDay });
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

/**
 * What there is to do about a prompt: `count` what there is, count for good as it has closed (`close`), say when it will
 * be counted first (`announce`), or `wait`. `done` is for good, unless the prompt is extended.
 */
export type CountingStep = 'announce' | 'count' | 'close' | 'wait' | 'done';

/** Named prompts are counted whenever there is something to count, all others at their fixed times. */
export function countingStep(prompt: Prompt, snapshot: Snapshot | undefined, now: Date): CountingStep {
  if (hasClosed(prompt, now)) {
    const closed = closesAt(prompt);
    if (snapshot?.finalFor === closed.toISOString()) return 'done';
    return now.getTime() < closed.getTime() + lastAnswersMs ? 'wait' : 'close';
  }
  if (prompt.content.privacy === 'named') return 'count';
  if (snapshot?.nextAt === undefined) return 'announce';
  return Date.parse(snapshot.nextAt) <= now.getTime() ? 'count' : 'wait';
}
