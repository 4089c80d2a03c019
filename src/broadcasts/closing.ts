import { deadlineInstant, deadlinePassed } from '../time/deadline.ts';
import type { Broadcast } from './broadcast.ts';
import type { Prompt } from './broadcast-state.ts';

type Closing = Pick<Prompt, 'content' | 'closedEarlyAt'>;

/** When a prompt stops taking answers: at its deadline, or earlier where its author closed it. */
export function closesAt({ content, closedEarlyAt }: Closing): Date {
  const deadline = deadlineInstant(content.deadline);
  return closedEarlyAt === undefined ? deadline : new Date(Math.min(deadline.getTime(), Date.parse(closedEarlyAt)));
}

/** Whether a prompt has stopped taking answers; the instant at which it closes is the first that is too late. */
export function hasClosed({ content, closedEarlyAt }: Closing, now: Date): boolean {
  if (closedEarlyAt !== undefined && Date.parse(closedEarlyAt) <= now.getTime()) return true;
  return deadlinePassed(content.deadline, now);
}

/**
 * Whether a prompt has closed and cannot be opened again: the answers to an anonymous one are sealed soon after it has
 * closed, and nothing says any more as what each of them is counted.
 */
export function isClosedForGood({ content, closedEarlyAt }: Closing, now: Date): boolean {
  return content.privacy === 'anonymous' && hasClosed({ content, ...(closedEarlyAt && { closedEarlyAt }) }, now);
}

/** Whether a broadcast is a prompt that has stopped taking answers. */
export function isClosedPrompt(broadcast: Broadcast, now: Date): boolean {
  const { content } = broadcast;
  return content.kind === 'prompt' && hasClosed({ ...broadcast, content }, now);
}
