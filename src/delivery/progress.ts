import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Outcome } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { finished, sumOutcomes } from './outcome.ts';

/** How far a broadcast is. `waiting` and the outcome's counts always add up to `recipients`. */
export interface Progress {
  readonly broadcast: Broadcast;
  /** The frozen audience; until it is laid out, the number that the author confirmed. */
  readonly recipients: number;
  readonly outcome: Outcome;
  readonly waiting: number;
  readonly at: string;
}

/** Reads how far a broadcast is: one point read. */
export async function readProgress(
  ports: Pick<DeliveryPorts, 'deliveries' | 'clock'>,
  broadcast: Broadcast,
): Promise<Progress> {
  const outcomes = await ports.deliveries.outcomes(broadcast.id);
  const outcome = sumOutcomes(outcomes.values());
  const recipients =
    broadcast.plan?.complete === true ? broadcast.plan.recipients : (broadcast.confirmed?.audienceSize ?? 0);
  return {
    broadcast,
    recipients,
    outcome,
    waiting: Math.max(0, recipients - finished(outcome)),
    at: ports.clock.now().toISOString(),
  };
}

/** Draws the author's progress card anew. A progress card that Teams does not take is only a card that lags. */
export async function showProgress(ports: DeliveryPorts, broadcast: Broadcast): Promise<void> {
  if (broadcast.progressCard === undefined) return;
  const progress = await readProgress(ports, broadcast);
  await ports.sender.update(broadcast.progressCard, await ports.cards.progressCard(progress));
}
