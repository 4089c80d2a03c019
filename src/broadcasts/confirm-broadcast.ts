import { ulid } from 'ulid';
import { ProductError } from '../errors/product-error.ts';
import { mayBroadcast, type Person } from '../people/person.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import { approved, asking, requireApprover } from './approval.ts';
import { needsApproval, requireAreas } from './audience.ts';
import type { AuditEvent } from './audit.ts';
import type { Broadcast, MessageAddress, Schedule } from './broadcast.ts';
import { isAwaitingApproval } from './broadcast-state.ts';
import { replaceBroadcast } from './change-broadcast.ts';
import { type ComposePorts, ownBroadcast, type Preview, previewOf } from './compose-broadcast.ts';
import { openWorkingDays } from './series.ts';

/** What whoever agrees saw in the preview. */
export interface Seen {
  readonly version: string;
  readonly people: number;
}

export interface Agreed {
  readonly broadcast: Broadcast;
  /** Whether this call did it; agreeing twice is agreeing once. */
  readonly fresh: boolean;
}

/**
 * Agrees to send exactly the previewed text to exactly the named number of people. What is for more than the author's
 * own areas then awaits the approval of a roadmap owner. Throws ChangedMeanwhile when the text or the number of people
 * is no longer what the author saw, BroadcastIncomplete when something must be mended, AudienceEmpty when nobody is in
 * it, LeadsOnly, and BroadcastUnknown when the draft was discarded.
 */
export async function confirmBroadcast(
  ports: ComposePorts,
  author: Person,
  id: string,
  seen: Seen,
  progressCard: MessageAddress | undefined,
): Promise<Agreed> {
  const stored = await ownBroadcast(ports, author, id);
  const draft = stored.value;
  if (draft.state === 'cancelled') throw new ProductError('BroadcastUnknown');
  if (draft.state !== 'draft') return { broadcast: draft, fresh: false };
  if (!mayBroadcast(author)) throw new ProductError('LeadsOnly');
  const preview = await previewOf(ports, author, stored);
  requireAgreed(ports, preview, seen);
  const now = ports.clock.now();
  const shown = { ...draft, ...(progressCard === undefined ? {} : { progressCard }) };
  const asks = needsApproval(author, draft.audience, ports.areas);
  const after = asks ? asking(draft, preview.people, now) : confirmed(shown, preview, now);
  const what = asks ? 'approval.asked' : whatOf(preview.schedule, 'broadcast.confirmed');
  return (await write(ports, author, preview, after, what)) ?? confirmBroadcast(ports, author, id, seen, progressCard);
}

/**
 * Lets a broadcast go out that awaits approval: exactly the previewed text to exactly the named number of people, at a
 * time that is decided anew. Throws RoadmapOwnerOnly, BroadcastUnknown, NotAwaitingApproval when it was taken or sent back
 * meanwhile, and ChangedMeanwhile, BroadcastIncomplete and AudienceEmpty as {@link confirmBroadcast} does.
 */
export async function approveBroadcast(ports: ComposePorts, owner: Person, id: string, seen: Seen): Promise<Agreed> {
  const stored = await readToApprove(ports, owner, id);
  if (stored.value.approval?.given !== undefined) return { broadcast: stored.value, fresh: false };
  const preview = await previewToApprove(ports, owner, stored);
  requireAgreed(ports, preview, seen);
  const now = ports.clock.now();
  const after = confirmed(approved(preview.broadcast, owner, now), preview, now);
  const what = whatOf(preview.schedule, 'broadcast.approved');
  return (await write(ports, owner, preview, after, what)) ?? approveBroadcast(ports, owner, id, seen);
}

/**
 * What a roadmap owner sees before approving. Throws RoadmapOwnerOnly, BroadcastUnknown, and NotAwaitingApproval when it
 * was decided or taken back meanwhile.
 */
export async function previewAwaiting(ports: ComposePorts, owner: Person, id: string): Promise<Preview> {
  return previewToApprove(ports, owner, await readToApprove(ports, owner, id));
}

async function readToApprove(ports: ComposePorts, owner: Person, id: string): Promise<Versioned<Broadcast>> {
  requireApprover(owner);
  const stored = await ports.broadcasts.get(id);
  if (stored === undefined) throw new ProductError('BroadcastUnknown');
  return stored;
}

async function previewToApprove(ports: ComposePorts, owner: Person, stored: Versioned<Broadcast>): Promise<Preview> {
  if (!isAwaitingApproval(stored.value)) throw new ProductError('NotAwaitingApproval');
  return previewOf(ports, owner, stored);
}

function requireAgreed({ areas }: ComposePorts, preview: Preview, seen: Seen): void {
  if (Object.keys(preview.problems).length > 0) throw new ProductError('BroadcastIncomplete');
  requireAreas(preview.broadcast.audience, areas);
  if (preview.people === 0) throw new ProductError('AudienceEmpty');
  if (preview.version !== seen.version || preview.people !== seen.people) throw new ProductError('ChangedMeanwhile');
}

/** A broadcast that goes out from here on as it was previewed. */
function confirmed(
  { wish: _wish, sentBack: _sentBack, ...written }: Broadcast,
  { schedule, people }: Preview,
  now: Date,
): Broadcast {
  return {
    ...written,
    state: Date.parse(schedule.startAt) > now.getTime() ? 'scheduled' : 'sending',
    schedule,
    ...seriesOf(written, schedule),
    confirmed: { at: now.toISOString(), audienceSize: people },
    plan: { slices: 0, recipients: 0, complete: false },
  };
}

/** How long each prompt of a series is open follows from the first. */
function seriesOf({ content, series }: Broadcast, { startAt }: Schedule): Pick<Broadcast, 'series'> {
  if (series === undefined || content.kind !== 'prompt') return {};
  return { series: { ...series, workingDays: openWorkingDays(content, new Date(startAt)) } };
}

function whatOf({ urgentBecause }: Schedule, usual: AuditEvent['what']): AuditEvent['what'] {
  return urgentBecause === undefined ? usual : 'broadcast.urgent';
}

/** Undefined when somebody else wrote it meanwhile: then it is no longer the version that was seen. */
async function write(
  ports: ComposePorts,
  by: Person,
  { broadcast, version, people }: Preview,
  after: Broadcast,
  what: AuditEvent['what'],
): Promise<Agreed | undefined> {
  try {
    const { value } = await replaceBroadcast(ports.broadcasts, { value: broadcast, etag: version }, after);
    const now = ports.clock.now();
    const urgency = value.schedule?.urgentBecause;
    const facts = { people, ...(urgency === undefined ? {} : { because: urgency }) };
    await ports.audit.append({
      id: ulid(now.getTime()),
      who: by.id,
      what,
      about: value.id,
      facts,
      at: now.toISOString(),
    });
    return { broadcast: value, fresh: true };
  } catch (error) {
    if (error instanceof VersionConflict) return undefined;
    throw error;
  }
}
