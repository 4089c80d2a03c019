import type { Broadcast, Plan } from '../broadcasts/broadcast.ts';
import type { Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { Recipient } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** Recipients named by one queue message: long enough to spare the queue, short enough for one sender's lease. */
export const sliceSize = 50;

const pageSize = 1_000;

/**
 * Lays out the audience of a confirmed broadcast in slices, in the order of person ids, and queues each. Slices are
 * written once and never changed: whoever plans again, or at the same time, adopts the slices that stand and goes on
 * after the last person in them, so nobody is in two slices and nobody between two is left out. The cursor moves only
 * after a page's slices are written and queued. Slices left at the end, by an earlier planner who still saw people that
 * have since left the directory, belong to the frozen audience too.
 */
export async function planBroadcast(ports: DeliveryPorts, broadcastId: string): Promise<void> {
  for (;;) {
    const stored = await ports.broadcasts.get(broadcastId);
    const broadcast = stored?.value;
    if (broadcast?.state !== 'sending' || broadcast.plan === undefined || broadcast.plan.complete) return;
    await planPage(ports, broadcast, broadcast.plan);
  }
}

async function planPage(ports: DeliveryPorts, broadcast: Broadcast, plan: Plan): Promise<void> {
  const page = await ports.people.page({ areas: broadcast.audience.areas }, pageSize, plan.cursor);
  let waiting = page.people;
  let { slices, recipients, cursor } = plan;
  while (waiting.length > 0) {
    const number = slices + 1;
    const wanted = waiting.slice(0, sliceSize).map(recipientOf);
    const { stored } = await ports.deliveries.createSlice({ broadcastId: broadcast.id, number, recipients: wanted });
    await ports.queue.enqueue({ kind: 'send-slice', broadcastId: broadcast.id, slice: number });
    const last = stored.value.recipients.at(-1)?.personId ?? '';
    waiting = waiting.filter((person) => person.id > last);
    slices = number;
    recipients += stored.value.recipients.length;
    cursor = last;
  }
  const complete = page.next === undefined;
  if (complete) {
    for (;;) {
      const left = await ports.deliveries.getSlice(broadcast.id, slices + 1);
      if (left === undefined) break;
      await ports.queue.enqueue({ kind: 'send-slice', broadcastId: broadcast.id, slice: left.number });
      slices = left.number;
      recipients += left.recipients.length;
    }
  }
  const next: Plan = { slices, recipients, complete, ...(complete || cursor === undefined ? {} : { cursor }) };
  await changeStored(
    () => ports.broadcasts.get(broadcast.id),
    ports.broadcasts.replace,
    (current) =>
      current.plan?.slices === plan.slices && !current.plan.complete ? { ...current, plan: next } : undefined,
  );
}

function recipientOf(person: Person): Recipient {
  return {
    personId: person.id,
    area: person.area,
    language: person.language,
    ...(person.site === undefined ? {} : { site: person.site }),
    ...(person.role === undefined ? {} : { role: person.role }),
    ...(person.reach.chat === undefined ? {} : { chat: person.reach.chat }),
  };
}
