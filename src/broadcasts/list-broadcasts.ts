import { Temporal } from 'temporal-polyfill';
import { decodeTime } from 'ulid';
import { foldedText, searchWords } from '../language/search-words.ts';
import type { Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { Broadcast, BroadcastState } from './broadcast.ts';
import { isAwaitingApproval } from './broadcast-state.ts';
import type { BroadcastStore } from './broadcast-store.ts';

export interface BroadcastFilter {
  /** Words that the title holds, in either language and any order. */
  readonly search?: string | undefined;
  /** Any when absent. */
  readonly states?: readonly BroadcastState[] | undefined;
  readonly kind?: 'update' | 'prompt' | undefined;
  /** Only those that the reader wrote. */
  readonly mine: boolean;
}

export interface BroadcastPage {
  readonly broadcasts: readonly Broadcast[];
  /** The id of the last one; absent when nothing follows. */
  readonly next?: string;
}

/** How far back the list goes, in months. */
const mostMonths = 36;

/** The prompts of a series are made under the month in which they are due. */
const monthsAhead = 1;

/**
 * The broadcasts that a person may see, newest first, at most `limit` of them after the one with the id `after`: their
 * own, and for a roadmap owner all that were confirmed or await approval. One query a month, and no more months than it takes.
 */
export async function listBroadcasts(
  { broadcasts, clock }: { readonly broadcasts: BroadcastStore; readonly clock: Clock },
  reader: Person,
  filter: BroadcastFilter,
  limit: number,
  after?: string,
): Promise<BroadcastPage> {
  const words = searchWords(filter.search ?? '');
  const found: Broadcast[] = [];
  for (const month of monthsFrom(after, clock)) {
    for (const broadcast of await broadcasts.listMonth(month)) {
      const listed = (after === undefined || broadcast.id < after) && maySee(reader, broadcast);
      if (!listed || !fits(broadcast, reader, filter, words)) continue;
      if (found.length === limit) return { broadcasts: found, ...nextOf(found) };
      found.push(broadcast);
    }
  }
  return { broadcasts: found };
}

function* monthsFrom(after: string | undefined, clock: Clock): Generator<string> {
  const present = monthOf(clock.now().getTime());
  const oldest = present.subtract({ months: mostMonths });
  const newest = after === undefined ? present.add({ months: monthsAhead }) : monthOf(decodeTime(after));
  for (let month = newest; Temporal.PlainYearMonth.compare(month, oldest) >= 0; month = month.subtract({ months: 1 })) {
    yield month.toString();
  }
}

function monthOf(ms: number): Temporal.PlainYearMonth {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
}

/**
 * A draft that was discarded is gone for everybody; one that was not, is there for its author, and for roadmap owners
 * while it awaits their approval.
 */
export function maySee({ id, duties }: Person, broadcast: Broadcast): boolean {
  const mine = broadcast.author === id;
  if (broadcast.confirmed !== undefined || isAwaitingApproval(broadcast)) return mine || duties.roadmapOwner;
  return broadcast.state === 'draft' && mine;
}

function fits(
  { author, content, state }: Broadcast,
  reader: Person,
  { states, kind, mine }: BroadcastFilter,
  words: readonly string[],
): boolean {
  const title = foldedText(`${content.title.en} ${content.title.cy ?? ''}`);
  return (
    (states === undefined || states.includes(state)) &&
    (kind === undefined || content.kind === kind) &&
    (!mine || author === reader.id) &&
    words.every((word) => title.includes(word))
  );
}

function nextOf(found: readonly Broadcast[]): { readonly next?: string } {
  const last = found.at(-1);
  return last === undefined ? {} : { next: last.id };
}
