import type { Delivery, Outcome, Recipient, Slice } from '../../delivery/delivery.ts';
import { outcomeOf } from '../../delivery/outcome.ts';
import { sliceSize } from '../../delivery/plan-broadcast.ts';
import { mostAttempts } from '../../delivery/record.ts';
import { samplePeople, samplePersonId } from './people.ts';

interface Ending extends Pick<Delivery, 'state' | 'reason' | 'attempts'> {
  /** From the confirmation. */
  readonly afterSeconds: number;
}

const sent: Ending = { state: 'sent', attempts: 1, afterSeconds: 2 };
const notInstalled: Ending = { ...sent, state: 'unreachable', reason: 'not-installed' };

/** What became of the sample people whom the card did not reach. */
const endings: ReadonlyMap<string, Ending> = new Map([
  [samplePersonId(17), notInstalled],
  [samplePersonId(40), { state: 'failed', reason: 'no-answer', attempts: mostAttempts, afterSeconds: 1_440 }],
  [samplePersonId(48), notInstalled],
  [samplePersonId(56), { ...notInstalled, reason: 'uninstalled' }],
  [samplePersonId(67), notInstalled],
  [samplePersonId(83), { ...notInstalled, reason: 'blocked' }],
  [samplePersonId(90), notInstalled],
]);

/** All sample people as the audience of a broadcast, in slices. */
export function finishedSlices(broadcastId: string): readonly Slice[] {
  const recipients = samplePeople().map(
    ({ id, area, site, role, language }): Recipient => ({
      personId: id,
      area,
      language,
      ...(site === undefined ? {} : { site }),
      ...(role === undefined ? {} : { role }),
    }),
  );
  return Array.from({ length: Math.ceil(recipients.length / sliceSize) }, (_, index) => ({
    broadcastId,
    number: index + 1,
    recipients: recipients.slice(index * sliceSize, (index + 1) * sliceSize),
  }));
}

/**
 * What became of every recipient of a slice: sent to, but for a few. No chat and no message is recorded, because no
 * such card stands anywhere.
 */
export function finishedDeliveries({ broadcastId, recipients }: Slice, confirmed: Date): readonly Delivery[] {
  return recipients.map((recipient) => {
    const { afterSeconds, ...ending } = endings.get(recipient.personId) ?? sent;
    const at = new Date(confirmed.getTime() + afterSeconds * 1_000).toISOString();
    return { broadcastId, run: 'send', ...recipient, ...ending, at };
  });
}

/** The counts of a slice. */
export function finishedOutcome(deliveries: readonly Delivery[]): Outcome {
  const outcome = outcomeOf(deliveries);
  if (outcome === undefined) throw new Error('a sample delivery is not in a final state');
  return outcome;
}
