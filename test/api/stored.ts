import type { ApiServices } from '../../src/api/api-services.ts';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { Delivery, Recipient } from '../../src/delivery/delivery.ts';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import type { Person } from '../../src/people/person.ts';
import { sampleBroadcast } from '../contract/samples.ts';

export const sentAt = '2026-11-24T09:05:00.000Z';
const sliceSize = 50;

/** Somebody of an audience, and what became of them; nothing yet when that is left out. */
export interface Stored {
  readonly recipient: Recipient;
  readonly delivery?: Partial<Delivery>;
}

/** A person in an audience, and what became of them. */
export function stored(person: Person, delivery?: Partial<Delivery>): Stored {
  const { id, area, language, site, role } = person;
  const recipient = { personId: id, area, language, ...(site ? { site } : {}), ...(role ? { role } : {}) };
  return { recipient, ...(delivery === undefined ? {} : { delivery }) };
}

/** Stores a broadcast with its frozen audience and what became of everybody. */
export async function storeBroadcast(
  { broadcasts, deliveries }: Pick<ApiServices, 'broadcasts' | 'deliveries'>,
  author: string,
  audience: readonly Stored[],
  changes: Partial<Broadcast> = {},
): Promise<Broadcast> {
  const slices = Math.ceil(audience.length / sliceSize);
  const broadcast = sampleBroadcast({
    author,
    state: 'sent',
    confirmed: { at: sentAt, audienceSize: audience.length },
    plan: { slices, recipients: audience.length, complete: true },
    ...changes,
  });
  await broadcasts.create(broadcast);
  for (let number = 1; number <= slices; number += 1) {
    const part = audience.slice((number - 1) * sliceSize, number * sliceSize);
    await storeSlice(deliveries, broadcast.id, number, part);
  }
  return broadcast;
}

async function storeSlice(
  deliveries: ApiServices['deliveries'],
  broadcastId: string,
  number: number,
  part: readonly Stored[],
): Promise<void> {
  await deliveries.createSlice({ broadcastId, number, recipients: part.map(({ recipient }) => recipient) });
  const made = part.flatMap(({ recipient, delivery }) => {
    if (delivery === undefined) return [];
    const { personId, area, language, site, role } = recipient;
    const who = { personId, area, language, ...(site === undefined ? {} : { site }), ...(role ? { role } : {}) };
    return [{ broadcastId, run: 'send', state: 'sent', attempts: 1, at: sentAt, ...who, ...delivery } as const];
  });
  for (const delivery of made) await deliveries.create(delivery);
  const outcome = made.length === part.length ? outcomeOf(made) : undefined;
  if (outcome !== undefined) await deliveries.recordOutcome(broadcastId, 'send', number, outcome, sentAt);
}
