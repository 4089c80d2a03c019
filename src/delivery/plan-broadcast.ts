import PQueue from 'p-queue';
import type { Broadcast, Plan } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import type { Person } from '../people/person.ts';
import type { Recipient, Slice } from './delivery.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { finishPass } from './finish-pass.ts';
import { reservePrompt } from './reserve-prompt.ts';

/** Recipients named by one queue message: long enough to spare the queue, short enough for one sender's lease. */
export const sliceSize = 50;

const pageSize = 1_000;
const reservationsAtOnce = 20;

/**
 * Lays out the audience of a confirmed broadcast in slices, in the order of person ids, and queues each. Slices are
 * written once and never changed: whoever plans again, or at the same time, adopts the slices that stand and goes on
 * after the last person in them, so nobody is in two slices and nobody between two is left out. The cursor moves only
 * after a page's slices are written and queued. Slices left at the end, by an earlier planner who still saw people that
 * have since left the directory, belong to the frozen audience too. When the plan is complete and all slices were quick
 * to finish, so is the sending.
 */
export async function planBroadcast(ports: DeliveryPorts, broadcastId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const stored = await ports.broadcasts.get(broadcastId);
    if (stored === undefined) throw new Error(`Broadcast ${broadcastId} is not visible yet`);
    const { plan, state } = stored.value;
    if (plan === undefined || !['sending', 'paused', 'cancelled'].includes(state)) return;
    if (plan.complete) return finishPass(ports, broadcastId, 'send');
    await planPage(ports, stored.value, plan);
  }
}

async function planPage(ports: DeliveryPorts, broadcast: Broadcast, plan: Plan): Promise<void> {
  const page = await ports.people.page({ areas: broadcast.audience.areas }, pageSize, plan.cursor);
  const recipients = await recipientsOf(ports, broadcast, page.people);
  const laidOut = await layOut(ports, broadcast.id, plan, recipients);
  const next = page.next === undefined ? await adoptLeftOver(ports, broadcast.id, laidOut) : laidOut;
  await changeBroadcast(ports.broadcasts, broadcast.id, (current) =>
    current.plan?.slices === plan.slices && !current.plan.complete ? { ...current, plan: next } : undefined,
  );
}

async function layOut(
  ports: DeliveryPorts,
  broadcastId: string,
  plan: Plan,
  recipients: readonly Recipient[],
): Promise<Plan> {
  let reached = plan;
  let waiting = recipients;
  while (waiting.length > 0) {
    const wanted = { broadcastId, number: reached.slices + 1, recipients: waiting.slice(0, sliceSize) };
    const { stored } = await ports.deliveries.createSlice(wanted);
    await queueSlice(ports, stored.value);
    const last = stored.value.recipients.at(-1)?.personId ?? '';
    waiting = waiting.filter(({ personId }) => personId > last);
    reached = extended(reached, stored.value);
  }
  return reached;
}

async function adoptLeftOver(ports: DeliveryPorts, broadcastId: string, plan: Plan): Promise<Plan> {
  let reached = plan;
  for (;;) {
    const slice = await ports.deliveries.getSlice(broadcastId, reached.slices + 1);
    if (slice === undefined) break;
    await queueSlice(ports, slice);
    reached = extended(reached, slice);
  }
  const { slices, recipients } = reached;
  return { slices, recipients, complete: true };
}

function extended({ slices, recipients, cursor = '' }: Plan, slice: Slice): Plan {
  const last = slice.recipients.at(-1)?.personId ?? '';
  return {
    slices: slices + 1,
    recipients: recipients + slice.recipients.length,
    complete: false,
    cursor: last > cursor ? last : cursor,
  };
}

function queueSlice({ queue }: DeliveryPorts, { broadcastId, number }: Slice): Promise<void> {
  return queue.enqueue({ kind: 'slice', broadcastId, run: 'send', slice: number });
}

async function recipientsOf(
  ports: DeliveryPorts,
  broadcast: Broadcast,
  people: readonly Person[],
): Promise<readonly Recipient[]> {
  const queue = new PQueue({ concurrency: reservationsAtOnce });
  return queue.addAll(people.map((person) => async () => recipientOf(person, await sendAt(ports, broadcast, person))));
}

/** When the card may go to a person; undefined for now. */
async function sendAt(ports: DeliveryPorts, broadcast: Broadcast, person: Person): Promise<Date | undefined> {
  const now = ports.clock.now();
  if (broadcast.schedule?.urgentBecause !== undefined) return undefined;
  const at =
    broadcast.content.kind === 'prompt'
      ? await reservePrompt(ports, broadcast, person, now)
      : ports.sendTime(person, now, broadcast.schedule);
  return at > now ? at : undefined;
}

function recipientOf(
  { id, area, language, site, role, reach, workingTime }: Person,
  notBefore: Date | undefined,
): Recipient {
  return {
    personId: id,
    area,
    language,
    ...(site === undefined ? {} : { site }),
    ...(role === undefined ? {} : { role }),
    ...(reach.chat === undefined ? {} : { chat: reach.chat }),
    ...(workingTime === undefined ? {} : { workingTime }),
    ...(notBefore === undefined ? {} : { notBefore: notBefore.toISOString() }),
  };
}
