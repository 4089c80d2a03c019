import { setTimeout as wait } from 'node:timers/promises';
import { createCardMaker } from '../../../src/bot/broadcast-cards.ts';
import type { Broadcast } from '../../../src/broadcasts/broadcast.ts';
import { createCardTexts } from '../../../src/cards/card-texts.ts';
import type { CardJson } from '../../../src/delivery/card-sender.ts';
import type { Outcome } from '../../../src/delivery/delivery.ts';
import type { DeliveryPorts } from '../../../src/delivery/delivery-ports.ts';
import { sumOutcomes } from '../../../src/delivery/outcome.ts';
import { planBroadcast } from '../../../src/delivery/plan-broadcast.ts';
import type { Work } from '../../../src/delivery/work-queue.ts';
import { listAreas } from '../../../src/people/areas.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { confirmedPrompt } from './audience.ts';
import type { World } from './world.ts';

/** Stores a prompt to the people of the areas, to be planned by whoever takes the work up. */
export async function storePrompt(world: World, areas: readonly string[] | 'all', size: number): Promise<Broadcast> {
  const [author] = world.people;
  if (author === undefined) throw new Error('There is nobody to write a prompt');
  const broadcast = confirmedPrompt(author, { areas }, size);
  await world.stores.broadcasts.create(broadcast);
  return broadcast;
}

/** Lays a prompt out, and holds its work back so that sending can be measured apart from the emulator's queries. */
export async function planPrompt(world: World, broadcastId: string): Promise<readonly Work[]> {
  const held: Work[] = [];
  const { stores, queue } = world;
  const ports = {
    ...stores,
    clock: systemClock,
    sendTime: (_person: unknown, from: Date) => from,
    queue: { ...queue, enqueue: async (work: Work) => void held.push(work) },
  };
  // Planning uses no other port.
  await planBroadcast(ports as unknown as DeliveryPorts, broadcastId, new AbortController().signal);
  return held;
}

/** Waits until a broadcast counts as sent, and gives what became of its recipients. */
export async function finishedOutcome({ stores }: World, broadcastId: string): Promise<Outcome> {
  while ((await stores.broadcasts.get(broadcastId))?.value.state !== 'sent') await wait(100);
  const { outcomes } = await stores.deliveries.progress(broadcastId, 'send');
  return sumOutcomes(outcomes.values());
}

/** The card of a prompt, as the product draws it. */
export async function drawCard({ stores, people }: World): Promise<CardJson> {
  const [author] = people;
  if (author === undefined) throw new Error('There is nobody to write a prompt');
  const cards = createCardMaker({
    ...stores,
    areas: listAreas(),
    texts: createCardTexts(),
    clock: systemClock,
    contactAddress: 'roadmap@example.org',
  });
  return cards.broadcastCard(confirmedPrompt(author, { areas: 'all' }, 1), 'en');
}
