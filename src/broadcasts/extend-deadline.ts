import { ProductError } from '../errors/product-error.ts';
import { type Deadline, deadlineInstant, londonZone } from '../time/deadline.ts';
import type { Prompt } from './broadcast-state.ts';
import { closesAt, isClosedForGood } from './closing.ts';

/** A date (YYYY-MM-DD) and time (HH:MM) on the clock in London. */
export type LocalTime = Pick<Deadline, 'date' | 'time'>;

/**
 * A prompt that takes answers until a later time than now and than before; one that has closed opens again. Throws
 * DeadlineWrong, and AnonymousStaysClosed.
 */
export function extended(prompt: Prompt, { date, time }: LocalTime, now: Date): Prompt {
  requireExtendable(prompt, now);
  const deadline: Deadline = { date, time, zone: londonZone };
  const until = instantOf(deadline);
  if (until === undefined || until <= now || until <= closesAt(prompt)) throw new ProductError('DeadlineWrong');
  const { closedEarlyAt: _closed, ...open } = prompt;
  return { ...open, content: { ...prompt.content, deadline } };
}

/** Throws AnonymousStaysClosed for an anonymous prompt that has closed. */
export function requireExtendable(prompt: Prompt, now: Date): void {
  if (isClosedForGood(prompt, now)) throw new ProductError('AnonymousStaysClosed');
}

function instantOf(deadline: Deadline): Date | undefined {
  try {
    return deadlineInstant(deadline);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
