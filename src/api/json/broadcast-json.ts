import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { isAwaitingApproval, isRecalled } from '../../broadcasts/broadcast-state.ts';
import { closesAt, hasClosed } from '../../broadcasts/closing.ts';
import { possibleControls } from '../../delivery/possible-controls.ts';
import type { Progress } from '../../delivery/progress.ts';
import type { Person } from '../../people/person.ts';
import type { Versioned } from '../../storage/versioned.ts';
import type { BroadcastJson, BroadcastSummary } from '../contract/broadcasts.ts';
import type { Fixed } from '../contract/route-types.ts';
import { entityTag } from '../entity-tag.ts';

/** A broadcast as one line of a list. */
export function summaryJson(broadcast: Broadcast, reader: Person, now: Date): Fixed<BroadcastSummary> {
  const { id, content, state, audience, author, createdAt, confirmed, schedule, sentAt, pausedBecause } = broadcast;
  const waiting = isAwaitingApproval(broadcast) ? broadcast.approval : undefined;
  return {
    id,
    kind: content.kind,
    title: content.title,
    state,
    audience,
    mine: author === reader.id,
    createdAt,
    confirmedAt: confirmed?.at,
    startsAt: schedule?.startAt,
    sentAt,
    people: confirmed?.audienceSize ?? waiting?.people,
    askedAt: waiting?.askedAt,
    pausedBecause,
    recalled: isRecalled(broadcast),
    ...promptJson(broadcast, now),
  };
}

function promptJson(broadcast: Broadcast, now: Date) {
  const { content } = broadcast;
  if (content.kind === 'update') return {};
  const prompt = { ...broadcast, content };
  return { privacy: content.privacy, ...closingJson(prompt, now) };
}

/** A draft may have a deadline that no calendar knows: then it closes nowhen. */
function closingJson(prompt: Parameters<typeof closesAt>[0], now: Date) {
  try {
    return { closesAt: closesAt(prompt).toISOString(), closed: hasClosed(prompt, now) };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

/** The names of those who had to do with a broadcast, where the directory has them. */
export interface Names {
  readonly author?: string | undefined;
  readonly approver?: string | undefined;
  readonly sentBackBy?: string | undefined;
}

/** A broadcast as its page shows it, to the reader who is to see it. */
export function broadcastJson(
  { value: broadcast, etag }: Versioned<Broadcast>,
  progress: Progress,
  reader: Person,
  names: Names,
): Fixed<BroadcastJson> {
  const { content, wish, schedule, resentAt, laterRuns = [], series, confirmed, approval, sentBack } = broadcast;
  const now = new Date(progress.at);
  const { recipients, waiting, outcome } = progress;
  return {
    ...summaryJson(broadcast, reader, now),
    etag: entityTag(etag),
    content,
    authorName: names.author,
    approval: approval && {
      askedAt: approval.askedAt,
      people: approval.people,
      approvedAt: approval.given?.at,
      approverName: names.approver,
    },
    sentBack: sentBack && { at: sentBack.at, because: sentBack.because, byName: names.sentBackBy },
    wish,
    schedule,
    resentAt,
    laterRuns: laterRuns.map(({ id, requestedAt, startAt, finishedAt, stoppedBecause }) => ({
      id,
      requestedAt,
      startAt,
      finishedAt,
      stoppedBecause,
    })),
    series: series && { id: series.id, number: series.number, every: series.every, stopped: series.stopped === true },
    progress: confirmed && { recipients, waiting, outcome },
    may: possibleControls(broadcast, outcome, reader, now),
  };
}
