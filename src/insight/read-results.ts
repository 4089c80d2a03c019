import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import { ProductError } from '../errors/product-error.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import { mayBroadcast, type Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import { readFirstComments } from './read-comments.ts';
import type { FiguresAt, Results } from './results.ts';
import type { ResultsStore } from './results-store.ts';
import { shownGroup } from './shown-group.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';
import { readTrend } from './trend.ts';
import { areasVisible, readVisible } from './visible-areas.ts';

export interface ResultsPorts {
  readonly broadcasts: BroadcastStore;
  readonly results: ResultsStore;
  readonly areas: AreaList;
  readonly clock: Clock;
  /** How many people a broadcast was addressed to, and how many of them its card reached. */
  readonly reached: (broadcast: Broadcast) => Promise<{ readonly asked: number; readonly reached: number }>;
}

export interface ResultsWish {
  /** Of which area the comments and the trend are wanted; of everybody, or else of the reader's first area, if absent. */
  readonly area?: AreaSlug | undefined;
}

/**
 * What people answered to a prompt, as far as this person may see it: a roadmap owner and the author see every area
 * asked; another lead sees the areas they lead. It takes a handful of point reads, the same number however many people
 * have answered. An area that the reader may not see is as if none had been asked for. Throws LeadsOnly, PromptUnknown,
 * and AreaNotAsked for a lead none of whose areas was asked.
 */
export async function readResults(
  ports: ResultsPorts,
  reader: Person,
  broadcastId: string,
  { area: wanted }: ResultsWish = {},
): Promise<Results> {
  const visible = await readVisible(ports, reader, broadcastId);
  const { prompt, everyArea } = visible;
  const { questions } = prompt.content;
  const seen = visible.areas.find((slug) => slug === wanted);
  const area = seen ?? (everyArea ? undefined : visible.areas[0]);
  const [stored, { asked, reached }, trend] = await Promise.all([
    ports.results.snapshots.get(broadcastId),
    ports.reached(prompt),
    readTrend(ports, prompt, area),
  ]);
  const snapshot = stored?.value ?? emptySnapshot(broadcastId);
  const total = everyArea ? shownGroup(snapshot, questions, undefined) : ({ shown: false } as const);
  const areas = visible.areas.map((slug) => ({ area: slug, group: shownGroup(snapshot, questions, slug) }));
  const areasShown = areas.filter(({ group }) => group.shown).length;
  return {
    broadcastId,
    prompt: prompt.content,
    closed: hasClosed(prompt, ports.clock.now()),
    asked,
    reached,
    figures: figuresAt(prompt, snapshot, ports.clock.now()),
    everyArea,
    total,
    ...(total.shown && reached > 0 ? { responseRate: Math.min(1, total.tally.respondents / reached) } : {}),
    areas,
    areasShown,
    areasTooSmall: areas.length - areasShown,
    ...(area === undefined ? {} : { area }),
    comments: await readFirstComments(ports.results, snapshot, questions, area),
    trend,
  };
}

/** The prompts of the last twelve months whose results a person may read, newest first. Throws LeadsOnly. */
export async function promptsWithResults(ports: ResultsPorts, reader: Person): Promise<readonly Prompt[]> {
  if (!mayBroadcast(reader)) throw new ProductError('LeadsOnly');
  const broadcasts = await recentBroadcasts(ports.broadcasts, ports.clock, 12);
  return broadcasts.filter(isSentPrompt).filter((prompt) => areasVisible(ports.areas, reader, prompt).length > 0);
}

function figuresAt(prompt: Prompt, { movedAt, nextAt, finalFor }: Snapshot, now: Date): FiguresAt {
  const final = hasClosed(prompt, now) && finalFor === closesAt(prompt).toISOString();
  return {
    final,
    ...(movedAt === undefined ? {} : { movedAt }),
    ...(final || nextAt === undefined ? {} : { nextAt }),
  };
}
