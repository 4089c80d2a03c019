import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isRecalled, type Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import { extended, type LocalTime } from '../broadcasts/extend-deadline.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { ControlPorts } from './controlled-change.ts';
import { startLaterRun } from './start-later-run.ts';

/**
 * A prompt closes so long after its author asked for it, in milliseconds: no process goes by what it read of a prompt
 * for longer, so all close it at the same instant.
 */
export const closingMs = 5_000;

/**
 * When a prompt stops taking answers. Whoever has not answered finds it on their card: a pass corrects those that were
 * sent. Both throw what {@link changeControlled} throws, PromptUnknown for an update, and BroadcastRecalled.
 */

/**
 * Lets people answer until a later time; a prompt that has closed opens again. Asking for the deadline that it has
 * changes nothing. Throws DeadlineWrong for a time that does not exist, is past, or is not later than the present one,
 * and AnonymousStaysClosed for an anonymous prompt that has closed.
 */
export function extendPrompt(ports: ControlPorts, by: Person, id: string, until: LocalTime): Promise<Broadcast> {
  return changeClosing(ports, by, id, 'prompt.extended', (prompt, now) => {
    const { date, time } = prompt.content.deadline;
    const asIs = date === until.date && time === until.time && prompt.closedEarlyAt === undefined;
    return asIs && !hasClosed(prompt, now) ? undefined : extended(prompt, until, now);
  });
}

/**
 * Takes no more answers from {@link closingMs} after now on. Closing what has closed changes nothing. Throws
 * BroadcastNotSent while nobody was asked.
 */
export function closePrompt(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return changeClosing(ports, by, id, 'prompt.closed', (prompt, now) => {
    if (prompt.state === 'scheduled') throw new ProductError('BroadcastNotSent');
    if (prompt.closedEarlyAt !== undefined || hasClosed(prompt, now)) return undefined;
    return { ...prompt, closedEarlyAt: new Date(now.getTime() + closingMs).toISOString() };
  });
}

function changeClosing(
  ports: ControlPorts,
  by: Person,
  id: string,
  what: 'prompt.extended' | 'prompt.closed',
  decide: (prompt: Prompt, now: Date) => Prompt | undefined,
): Promise<Broadcast> {
  const facts = { closesAt: '' };
  return startLaterRun(
    ports,
    by,
    id,
    what,
    (broadcast, number) => {
      const now = ports.clock.now();
      const changed = decide(requirePrompt(broadcast), now);
      if (changed === undefined) return undefined;
      facts.closesAt = closesAt(changed).toISOString();
      if (changed.state === 'scheduled') return { broadcast: changed };
      const startAt = changed.closedEarlyAt === undefined ? now : new Date(changed.closedEarlyAt);
      return { broadcast: changed, run: `correct-${number}`, startAt, ends: (run) => run.startsWith('correct') };
    },
    () => facts,
  );
}

function requirePrompt(broadcast: Broadcast): Prompt {
  const { content, confirmed } = broadcast;
  if (confirmed === undefined) throw new ProductError('BroadcastUnknown');
  if (content.kind !== 'prompt') throw new ProductError('PromptUnknown');
  if (isRecalled(broadcast)) throw new ProductError('BroadcastRecalled');
  return { ...broadcast, content };
}
