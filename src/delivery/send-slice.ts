import PQueue from 'p-queue';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Language } from '../language/texts.ts';
import { changeStored } from '../storage/versioned.ts';
import type { CardJson } from './card-sender.ts';
import { cancelDelivery, type DeliverResult, deliverCard } from './deliver-card.ts';
import type { Reason, Slice } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { outcomeOf } from './outcome.ts';

/** Posts under way at once from one slice. */
const postsAtOnce = 10;

export interface SliceResult {
  /** Set when some recipients wait for another try. */
  readonly againAfterMs?: number;
}

/**
 * Sends one slice of a broadcast to those of its recipients who are not in a final state yet, and notes the slice's
 * outcome once all are. The last slice to finish marks the broadcast as sent.
 */
export async function sendSlice(ports: DeliveryPorts, broadcastId: string, number: number): Promise<SliceResult> {
  const [stored, slice] = await Promise.all([
    ports.broadcasts.get(broadcastId),
    ports.deliveries.getSlice(broadcastId, number),
  ]);
  if (stored === undefined || slice === undefined) return {};
  const results = await handleRecipients(ports, stored.value, slice);
  const outcome = outcomeOf(results.flatMap((result) => (result.kind === 'retry' ? [] : [result.delivery])));
  const waits = results.flatMap((result) => (result.kind === 'retry' ? [result.afterMs] : []));
  if (waits.length > 0 || outcome === undefined) {
    return { againAfterMs: Math.min(...waits) };
  }
  await ports.deliveries.recordOutcome(broadcastId, number, outcome);
  await finishBroadcast(ports, broadcastId);
  return {};
}

async function handleRecipients(ports: DeliveryPorts, broadcast: Broadcast, slice: Slice): Promise<DeliverResult[]> {
  const cards = new Map<Language, Promise<CardJson>>();
  const cardFor = (language: Language): Promise<CardJson> => {
    const known = cards.get(language);
    if (known !== undefined) return known;
    const made = ports.cards.broadcastCard(broadcast, language);
    cards.set(language, made);
    return made;
  };
  let wanted = broadcast.state === 'sending';
  const queue = new PQueue({ concurrency: postsAtOnce });
  return queue.addAll(
    slice.recipients.map((recipient) => async () => {
      if (!wanted) return cancelDelivery(ports, broadcast.id, recipient);
      const result = await deliverCard(ports, broadcast.id, recipient, await cardFor(recipient.language));
      if (result.kind === 'stop') {
        wanted = false;
        await stopBroadcast(ports, broadcast.id, result.delivery.reason);
      }
      return result;
    }),
  );
}

async function stopBroadcast(ports: DeliveryPorts, id: string, reason: Reason | undefined): Promise<void> {
  await changeStored(
    () => ports.broadcasts.get(id),
    ports.broadcasts.replace,
    (broadcast): Broadcast | undefined =>
      broadcast.state === 'sending'
        ? { ...broadcast, state: 'stopped', ...(reason === undefined ? {} : { stoppedBecause: reason }) }
        : undefined,
  );
}

/** Marks a broadcast as sent when every slice of its complete plan has an outcome. */
export async function finishBroadcast(ports: DeliveryPorts, id: string): Promise<void> {
  const outcomes = await ports.deliveries.outcomes(id);
  await changeStored(
    () => ports.broadcasts.get(id),
    ports.broadcasts.replace,
    (broadcast): Broadcast | undefined => {
      const { plan, state } = broadcast;
      if (state !== 'sending' || plan?.complete !== true || outcomes.size < plan.slices) return undefined;
      return { ...broadcast, state: 'sent', sentAt: ports.clock.now().toISOString() };
    },
  );
}
