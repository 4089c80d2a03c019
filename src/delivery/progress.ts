import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Outcome, RunId } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { finished, sumOutcomes } from './outcome.ts';

/** How far a pass of a broadcast is. `waiting` and the outcome's counts always add up to `recipients`. */
export interface Progress {
  readonly broadcast: Broadcast;
  readonly run: RunId;
  /** The frozen audience; until it is laid out, the number that the author confirmed. */
  readonly recipients: number;
  readonly outcome: Outcome;
  readonly waiting: number;
  /** Until when some of those waiting wait on purpose, at the longest; ISO 8601. */
  readonly waitsUntil?: string;
  readonly at: string;
}

/** Reads how far a pass is, by default the first: one point read. */
export async function readProgress(
  ports: Pick<DeliveryPorts, 'deliveries' | 'clock'>,
  broadcast: Broadcast,
  run: RunId = 'send',
): Promise<Progress> {
  const { outcomes, waits } = await ports.deliveries.progress(broadcast.id, run);
  const outcome = sumOutcomes(outcomes.values());
  const at = ports.clock.now().toISOString();
  const waitsUntil = [...waits]
    .flatMap(([slice, until]) => (outcomes.has(slice) || until <= at ? [] : [until]))
    .toSorted()
    .at(-1);
  const recipients =
    broadcast.plan?.complete === true ? broadcast.plan.recipients : (broadcast.confirmed?.audienceSize ?? 0);
  return {
    broadcast,
    run,
    recipients,
    outcome,
    waiting: Math.max(0, recipients - finished(outcome)),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
    at,
  };
}

/** When the first card of a pass may go out, ISO 8601; undefined when that is at once. */
export function startOf({ laterRuns = [], schedule }: Broadcast, run: RunId): string | undefined {
  return laterRuns.find(({ id }) => id === run)?.startAt ?? schedule?.startAt;
}

/**
 * Whether a pass is over: everybody is in a final state. A pass that Teams refused as a whole is over too, although not
 * everybody was reached.
 */
export function isFinal({ broadcast, run, waiting }: Progress): boolean {
  if (run !== 'send')
    return broadcast.laterRuns?.some(({ id, finishedAt }) => id === run && finishedAt !== undefined) === true;
  const planned = broadcast.plan?.complete !== false;
  return planned && waiting === 0 && ['sent', 'cancelled'].includes(broadcast.state);
}

/** The pass that the author's card is about: the newest one. */
export function newestRun({ laterRuns = [] }: Broadcast): RunId {
  return laterRuns.at(-1)?.id ?? 'send';
}

/** Draws the author's progress card anew. A progress card that Teams does not take is only a card that lags. */
export async function showProgress(ports: DeliveryPorts, broadcast: Broadcast): Promise<void> {
  if (broadcast.progressCard === undefined) return;
  const progress = await readProgress(ports, broadcast, newestRun(broadcast));
  ports.pace.note(broadcast.progressCard.conversationId);
  await ports.sender.update(broadcast.progressCard, await ports.cards.progressCard(progress));
}
