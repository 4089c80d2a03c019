import { ulid } from 'ulid';
import { requireAudience } from '../broadcasts/audience.ts';
import type { AuditStore } from '../broadcasts/audit.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import { isOfSeries, nextDue, nextInSeries, type SeriesPrompt } from '../broadcasts/series.ts';
import { isProductError } from '../errors/product-error.ts';
import type { AreaList } from '../people/areas.ts';
import { mayBroadcast } from '../people/person.ts';
import type { SendingHours } from '../time/sending-hours.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { readProgress } from './progress.ts';
import { queueStart } from './start-broadcast.ts';

type Delivering = 'broadcasts' | 'deliveries' | 'people' | 'queue' | 'sender' | 'cards' | 'pace' | 'clock';

export interface SeriesPorts extends Pick<DeliveryPorts, Delivering> {
  readonly audit: AuditStore;
  readonly areas: AreaList;
  /** The usual sending hours. */
  readonly sendingHours: SendingHours;
}

/**
 * Makes the next prompt of every series of which it is due, among the broadcasts of the last months. Its id follows from
 * the series and its number, so doing this twice, or in two processes at once, makes one. Returns how many it made.
 */
export async function continueSeries(ports: SeriesPorts, recent: readonly Broadcast[]): Promise<number> {
  let made = 0;
  for (const newest of newestOfEach(recent.filter(isOfSeries))) {
    if (await mayContinue(ports, newest)) made += (await makeNext(ports, newest)) ? 1 : 0;
  }
  return made;
}

function newestOfEach(prompts: readonly SeriesPrompt[]): readonly SeriesPrompt[] {
  const newest = new Map<string, SeriesPrompt>();
  for (const prompt of prompts) {
    const { id, number } = prompt.series;
    if (number > (newest.get(id)?.series.number ?? 0)) newest.set(id, prompt);
  }
  return [...newest.values()];
}

/**
 * A series ends when its author stops it, cancels or takes back its newest prompt, or may no longer ask these people. One
 * that was approved goes on under that approval for as long as its author may broadcast at all.
 */
async function mayContinue(ports: SeriesPorts, newest: SeriesPrompt): Promise<boolean> {
  const { author, audience, series, state } = newest;
  if (series.stopped === true || state === 'cancelled' || isRecalled(newest)) return false;
  if (nextDue(newest, ports.sendingHours) > ports.clock.now()) return false;
  const first = await ports.broadcasts.get(series.id);
  if (first?.value.series?.stopped === true) return false;
  const person = await ports.people.get(author);
  if (person === undefined) return false;
  if (newest.approval?.given !== undefined) return mayBroadcast(person.value);
  try {
    requireAudience(person.value, audience, ports.areas);
    return true;
  } catch (error) {
    if (isProductError(error)) return false;
    throw error;
  }
}

async function makeNext(ports: SeriesPorts, newest: SeriesPrompt): Promise<boolean> {
  const now = ports.clock.now();
  const { total } = await ports.people.count({ areas: newest.audience.areas });
  const { created, stored } = await ports.broadcasts.create(nextInSeries(newest, ports.sendingHours, total, now));
  const next = stored.value;
  await queueStart(ports, next);
  if (!created) return false;
  const facts = { people: total, number: next.series?.number ?? 0 };
  const event = { id: ulid(now.getTime()), who: 'product', what: 'series.continued', about: next.id, facts } as const;
  await ports.audit.append({ ...event, at: now.toISOString() });
  await tellAuthor(ports, next);
  return true;
}

/** Posts the progress card to the author, who did not press a button this time. Without it the prompt goes out as well. */
async function tellAuthor(ports: SeriesPorts, broadcast: Broadcast): Promise<void> {
  const author = await ports.people.get(broadcast.author);
  const chat = author?.value.reach.state === 'reachable' ? author.value.reach.chat : undefined;
  if (chat === undefined) return;
  ports.pace.note(chat.conversationId);
  const sent = await ports.sender.send(chat, await ports.cards.progressCard(await readProgress(ports, broadcast)));
  if (sent.kind !== 'sent') return;
  const { message } = sent;
  await changeBroadcast(ports.broadcasts, broadcast.id, (current) => ({ ...current, progressCard: message }));
}
