import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { changeSeen } from '../storage/change-seen.ts';
import type { Versioned } from '../storage/versioned.ts';
import { needsApproval, requireAreas } from './audience.ts';
import type { Audience, Broadcast, BroadcastContent, Recurrence, SendingWish } from './broadcast.ts';
import { isAwaitingApproval } from './broadcast-state.ts';
import { replaceBroadcast } from './change-broadcast.ts';
import { type ComposePorts, ownBroadcast, requireDraft, startDraft } from './compose-broadcast.ts';
import { requireControl } from './read-broadcast.ts';
import { decideSchedule } from './schedule.ts';
import { withRecurrence } from './series.ts';

/** What an author writes, to whom, and how often it is asked; as it was when left out. */
export interface DraftText {
  readonly content: BroadcastContent;
  readonly audience: Audience;
  readonly every?: Recurrence | 'once';
}

/**
 * Changes of drafts over exactly the version that their author saw, so that nobody who writes in two places loses
 * anything. A draft may be for anybody: what is for more than its author's own areas is approved before it goes out. All
 * throw BroadcastUnknown, NotYourBroadcast, what {@link requireDraft} throws, and VersionStale when it is not the newest
 * version.
 */

/** Starts a draft with what is written already. Throws LeadsOnly and AreaUnknown. */
export async function startWritten(
  ports: ComposePorts,
  author: Person,
  text: DraftText,
): Promise<Versioned<Broadcast>> {
  requireKnown(ports, text.audience);
  const started = await startDraft(ports, author, text.content, text.audience);
  if (text.every === undefined || text.every === 'once') return started;
  return replaceDraft(ports, author, started.value.id, text, started.etag);
}

/** Saves what the author wrote, complete or not. Throws AreaUnknown, too. */
export async function replaceDraft(
  ports: ComposePorts,
  author: Person,
  id: string,
  text: DraftText,
  seen: string,
): Promise<Versioned<Broadcast>> {
  requireKnown(ports, text.audience);
  return changeDraft(ports, author, id, seen, (draft) => written(draft, text));
}

/** Keeps when a draft is to go out. Throws what {@link decideSchedule} throws, too, and keeps nothing then. */
export async function wishSeen(
  ports: ComposePorts,
  author: Person,
  id: string,
  wish: SendingWish,
  seen: string,
): Promise<Versioned<Broadcast>> {
  return changeDraft(ports, author, id, seen, (draft) => {
    decideSchedule(draft.content, wish, author, ports.sendingHours, ports.clock.now());
    return { ...draft, wish };
  });
}

/** Throws a draft away; it stays in the store as cancelled. Discarding it again changes nothing. */
export async function discardSeen(ports: ComposePorts, author: Person, id: string, seen: string): Promise<void> {
  const { value } = await ownBroadcast(ports, author, id);
  if (value.state === 'cancelled' && value.confirmed === undefined) return;
  await changeDraft(ports, author, id, seen, (draft) => ({ ...draft, state: 'cancelled' }));
}

async function changeDraft(
  ports: ComposePorts,
  author: Person,
  id: string,
  seen: string,
  change: (draft: Broadcast) => Broadcast,
): Promise<Versioned<Broadcast>> {
  const stored = await ownBroadcast(ports, author, id);
  requireDraft(stored.value);
  const write = (next: Broadcast, etag: string) =>
    replaceBroadcast(ports.broadcasts, { value: stored.value, etag }, next);
  return changeSeen(stored, seen, write, change(stored.value));
}

function written(draft: Broadcast, { content, audience, every }: DraftText): Broadcast {
  const next = { ...draft, content, audience };
  if (content.kind === 'update') return withRecurrence(next, 'once');
  return every === undefined ? next : withRecurrence(next, every);
}

/** A draft may be for nobody yet. */
function requireKnown({ areas }: ComposePorts, audience: Audience): void {
  if (!isForNobody(audience)) requireAreas(audience, areas);
}

function isForNobody({ areas }: Audience): boolean {
  return areas !== 'all' && areas.length === 0;
}

/**
 * How many people an author would send to, how many of them cards reach, and whether a roadmap owner has to approve it.
 * Throws AreaUnknown.
 */
export async function countAudience(
  { people, areas }: ComposePorts,
  author: Person,
  audience: Audience,
): Promise<{ readonly people: number; readonly reachable: number; readonly needsApproval: boolean }> {
  if (isForNobody(audience)) return { people: 0, reachable: 0, needsApproval: false };
  requireAreas(audience, areas);
  const { total, reachable } = await people.count({ areas: audience.areas });
  return { people: total, reachable, needsApproval: needsApproval(author, audience, areas) };
}

/**
 * A draft of the author's, or what awaits approval: of the author's, or for a roadmap owner to approve. Throws what
 * {@link requireDraft} throws but AwaitingApproval, BroadcastUnknown and NotYourBroadcast.
 */
export async function draftOrAwaiting(ports: ComposePorts, reader: Person, id: string): Promise<Versioned<Broadcast>> {
  const stored = await ports.broadcasts.get(id);
  if (stored === undefined || !isAwaitingApproval(stored.value)) return ownDraft(ports, reader, id);
  requireControl(stored.value, reader);
  return stored;
}

/** A draft of the author's. Throws what {@link requireDraft} throws, BroadcastUnknown and NotYourBroadcast. */
export async function ownDraft(ports: ComposePorts, author: Person, id: string): Promise<Versioned<Broadcast>> {
  const stored = await ownBroadcast(ports, author, id);
  if (stored.value.confirmed !== undefined) throw new ProductError('BroadcastAlreadyConfirmed');
  requireDraft(stored.value);
  return stored;
}
