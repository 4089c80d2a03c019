import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isClosedPrompt } from '../broadcasts/closing.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { type ControlPorts, changeControlled } from './controlled-change.ts';
import { endLaterRun } from './finish-pass.ts';

/**
 * Whether those who answer a prompt get its results, which they do unless its author keeps them. Both throw what
 * {@link changeControlled} throws, PromptUnknown for an update, and PromptClosed once it has closed.
 */

/** Keeps the results from those who answer; what is still to be sent of them is not. */
export function keepResults(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return changeControlled(ports, by, id, 'results.kept', (broadcast) => {
    requireOpen(broadcast, ports.clock.now());
    if (broadcast.resultsKept === true) return broadcast;
    const finishedAt = ports.clock.now().toISOString();
    return { ...(endLaterRun(broadcast, 'results', { finishedAt }) ?? broadcast), resultsKept: true };
  });
}

/** Shares the results with those who answer after all. */
export function shareResults(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  return changeControlled(ports, by, id, 'results.shared', (broadcast) => {
    requireOpen(broadcast, ports.clock.now());
    const { resultsKept, ...shared } = broadcast;
    return resultsKept === true ? shared : broadcast;
  });
}

function requireOpen(broadcast: Broadcast, now: Date): void {
  if (broadcast.content.kind !== 'prompt') throw new ProductError('PromptUnknown');
  if (isClosedPrompt(broadcast, now)) throw new ProductError('PromptClosed');
}
