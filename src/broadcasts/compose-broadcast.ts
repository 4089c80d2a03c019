import { ulid } from 'ulid';
import { isProductError, ProductError } from '../errors/product-error.ts';
import type { AreaList } from '../people/areas.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { mayBroadcast, type Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import type { SendingHours } from '../time/sending-hours.ts';
import { needsApproval, requireAudience } from './audience.ts';
import type { AuditStore } from './audit.ts';
import type { Audience, Broadcast, BroadcastContent, Recurrence, Schedule, SendingWish } from './broadcast.ts';
import type { BroadcastStore } from './broadcast-store.ts';
import { changeBroadcast } from './change-broadcast.ts';
import { type ContentProblems, findContentProblems } from './content-problems.ts';
import { promptedTooLateFrom } from './one-prompt-a-week.ts';
import { decideSchedule } from './schedule.ts';
import { withRecurrence } from './series.ts';

export interface ComposePorts {
  readonly people: PeopleStore;
  readonly broadcasts: BroadcastStore;
  readonly clock: Clock;
  readonly areas: AreaList;
  /** The usual sending hours. */
  readonly sendingHours: SendingHours;
  readonly daysBetweenPrompts: number;
  readonly audit: AuditStore;
}

/** Starts a draft. Throws LeadsOnly for somebody who may not broadcast. */
export async function startDraft(
  ports: ComposePorts,
  author: Person,
  content: BroadcastContent,
  audience: Audience,
): Promise<Versioned<Broadcast>> {
  if (!mayBroadcast(author)) throw new ProductError('LeadsOnly');
  const now = ports.clock.now();
  const created = await ports.broadcasts.create({
    id: ulid(now.getTime()),
    author: author.id,
    content,
    audience,
    state: 'draft',
    createdAt: now.toISOString(),
  });
  return created.stored;
}

/** Reads a broadcast for its author. Throws BroadcastUnknown or NotYourBroadcast. */
export async function ownBroadcast(ports: ComposePorts, author: Person, id: string): Promise<Versioned<Broadcast>> {
  const stored = await ports.broadcasts.get(id);
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  if (stored.value.author !== author.id) throw new ProductError('NotYourBroadcast');
  return stored;
}

/**
 * Throws BroadcastUnknown for a draft that was discarded, AwaitingApproval while nothing in it may change for that, and
 * BroadcastAlreadyConfirmed for what is no draft any more.
 */
export function requireDraft({ state }: Broadcast): void {
  if (state === 'cancelled') throw new ProductError('BroadcastUnknown');
  if (state === 'awaiting-approval') throw new ProductError('AwaitingApproval');
  if (state !== 'draft') throw new ProductError('BroadcastAlreadyConfirmed');
}

/**
 * Saves what the author wrote, complete or not, so that nothing is lost to a mistake in it; how often it is asked stays
 * as it is unless `every` says. Throws what
 * {@link requireDraft} and {@link requireAudience} throw.
 */
export async function saveDraft(
  ports: ComposePorts,
  author: Person,
  id: string,
  content: BroadcastContent,
  audience: Audience,
  every?: Recurrence | 'once',
): Promise<Versioned<Broadcast>> {
  await ownBroadcast(ports, author, id);
  if (audience.areas === 'all' || audience.areas.length > 0) requireAudience(author, audience, ports.areas);
  const saved = await changeBroadcast(ports.broadcasts, id, (broadcast): Broadcast => {
    requireDraft(broadcast);
    const written = { ...broadcast, content, audience };
    return every === undefined || content.kind === 'update' ? written : withRecurrence(written, every);
  });
  if (saved === undefined) throw new ProductError('BroadcastUnknown');
  return saved;
}

export interface Preview {
  readonly broadcast: Broadcast;
  /** Names exactly the text that was previewed; confirming needs it. */
  readonly version: string;
  readonly problems: ContentProblems;
  readonly people: number;
  readonly reachable: number;
  /** When it will go out if it is confirmed now. */
  readonly schedule: Schedule;
  /** How many get it later, because they had a prompt in the week before it goes out. */
  readonly promptedLately: number;
  /** Whether confirming it asks for approval: it is for more than the reader's own areas. */
  readonly needsApproval: boolean;
}

/** What the author sees before confirming: the text, what must be mended, and how many people it is for. */
export async function previewBroadcast(ports: ComposePorts, author: Person, id: string): Promise<Preview> {
  return previewOf(ports, author, await ownBroadcast(ports, author, id));
}

/** The same for somebody who may see it: its author, or a roadmap owner who is to approve it. */
export async function previewOf(ports: ComposePorts, reader: Person, stored: Versioned<Broadcast>): Promise<Preview> {
  const { content, audience } = stored.value;
  const problems = findContentProblems(content, audience, ports.areas, ports.clock.now());
  const { total, reachable } = await ports.people.count({ areas: audience.areas });
  const schedule = scheduleOf(ports, reader, stored.value);
  const promptedLately = await countPromptedLately(ports, stored.value, schedule);
  const { value: broadcast, etag: version } = stored;
  return {
    broadcast,
    version,
    problems,
    people: total,
    reachable,
    schedule,
    promptedLately,
    needsApproval: needsApproval(reader, audience, ports.areas),
  };
}

/** Keeps when the author wants a draft to go out. Throws what {@link decideSchedule} throws, and keeps nothing then. */
export async function wishSending(ports: ComposePorts, author: Person, id: string, wish: SendingWish): Promise<void> {
  await ownBroadcast(ports, author, id);
  await changeBroadcast(ports.broadcasts, id, (broadcast): Broadcast => {
    requireDraft(broadcast);
    decideSchedule(broadcast.content, wish, author, ports.sendingHours, ports.clock.now());
    return { ...broadcast, wish };
  });
}

/** A chosen time that has passed since is as good as none: it goes out in the next sending hours. */
function scheduleOf(ports: ComposePorts, reader: Person, { content, wish, schedule }: Broadcast): Schedule {
  if (schedule !== undefined) return schedule;
  const now = ports.clock.now();
  try {
    return decideSchedule(content, wish ?? { kind: 'next-hours' }, reader, ports.sendingHours, now);
  } catch (error) {
    if (!isProductError(error, 'SendingTimeWrong')) throw error;
    return decideSchedule(content, { kind: 'next-hours' }, reader, ports.sendingHours, now);
  }
}

async function countPromptedLately(
  ports: ComposePorts,
  { content, audience }: Broadcast,
  { startAt, urgentBecause }: Schedule,
): Promise<number> {
  if (content.kind !== 'prompt' || urgentBecause !== undefined) return 0;
  const since = promptedTooLateFrom(new Date(startAt), ports.daysBetweenPrompts).toISOString();
  return ports.people.countPrompted({ areas: audience.areas }, since);
}

/** Throws a draft away; it stays in the store as cancelled. Throws BroadcastAlreadyConfirmed once it is being sent. */
export async function discardDraft(ports: ComposePorts, author: Person, id: string): Promise<void> {
  await ownBroadcast(ports, author, id);
  await changeBroadcast(ports.broadcasts, id, (broadcast): Broadcast | undefined => {
    if (broadcast.state === 'cancelled') return undefined;
    requireDraft(broadcast);
    return { ...broadcast, state: 'cancelled' };
  });
}
