import type { Question } from '../broadcasts/question.ts';
import { type Response, respondents } from '../responses/response.ts';
import type { Batch, BatchEntry, BatchMember, Move } from './batch.ts';
import type { Change } from './changes.ts';
import { chunkSize } from './comment-chunk.ts';
import { newCommentId, placeOfComment } from './comment-id.ts';
import { countKeys, keysOf } from './count-keys.ts';
import { type DecidedMove, decideMoves } from './decide-moves.ts';
import { type Figures, figuresOfOne, minus, noFigures, plus } from './figures.ts';
import type { GroupRules } from './form-groups.ts';
import type { Snapshot } from './snapshot.ts';

/** In characters of JSON: a batch stays far below the 2 MB that Cosmos DB takes. What is left goes into the next one. */
const mostOfMembers = 600_000;

/**
 * The next batch: who of those whose answers the figures do not hold as they are is counted now, and as what. Undefined
 * when nobody can be. `uncounted` must be in random order.
 */
export function decideBatch(
  snapshot: Snapshot,
  questions: readonly Question[],
  uncounted: readonly Response[],
  rules: GroupRules,
  at: string,
): Batch | undefined {
  const ids = [respondents, ...questions.map(({ id }) => id)];
  const decided = asManyAsFit(decideMoves(ids, uncounted, rules));
  if (decided.length === 0) return undefined;
  const members = membersOf(snapshot, uncounted, decided);
  const moves = decided.map(({ question, label, changes }, index): Move => {
    const comments = commentsIn(members, question, index);
    const by = movement(keysIn(questions, question), changes);
    return { question, label, by, ...(comments.length === 0 ? {} : { comments }) };
  });
  return { broadcastId: snapshot.broadcastId, number: snapshot.version + 1, at, moves, members };
}

function asManyAsFit(moves: readonly DecidedMove[]): readonly DecidedMove[] {
  let size = 0;
  const fitting = moves.findIndex(({ changes }, index) => {
    size += changes.reduce((sum, change) => sum + sizeOf(change), 0);
    return index > 0 && size > mostOfMembers;
  });
  return fitting === -1 ? moves : moves.slice(0, fitting);
}

function sizeOf(change: Change): number {
  const surroundings = 120;
  return surroundings + ('value' in change ? JSON.stringify(change.value).length : 0);
}

function keysIn(questions: readonly Question[], id: string): readonly string[] {
  const question = questions.find((each) => each.id === id);
  return question === undefined ? [] : countKeys(question);
}

function movement(keys: readonly string[], changes: readonly Change[]): Figures {
  return changes.reduce((sum, change) => {
    const before = change.kind === 'joins' ? undefined : picksOf(change.was);
    const after = change.kind === 'leaves' ? undefined : picksOf(change.value);
    const added = after === undefined ? sum : plus(sum, figuresOfOne(keys, after));
    return before === undefined ? added : minus(added, figuresOfOne(keys, before));
  }, noFigures(keys));
}

function picksOf(value: Parameters<typeof keysOf>[0] | undefined): readonly string[] {
  return value === undefined ? [] : keysOf(value);
}

/** Comments get their places in the order of `uncounted`, so that those of a group do not stand together. */
function membersOf(
  snapshot: Snapshot,
  uncounted: readonly Response[],
  decided: readonly DecidedMove[],
): readonly BatchMember[] {
  const entries = new Map<string, Record<string, BatchEntry>>();
  for (const [index, { question, changes }] of decided.entries()) {
    for (const change of changes) {
      const ofMember = entries.get(change.response.respondentId) ?? {};
      entries.set(change.response.respondentId, { ...ofMember, [question]: entryOf(change, index) });
    }
  }
  const taken = new Map<string, number>();
  return uncounted.flatMap(({ respondentId }): BatchMember[] => {
    const ofMember = entries.get(respondentId);
    if (ofMember === undefined) return [];
    const numbered = Object.entries(ofMember).map(([question, entry]) => {
      if (entry.leaves || entry.value?.kind !== 'free-text') return [question, entry] as const;
      const before = taken.get(question) ?? 0;
      taken.set(question, before + 1);
      return [question, { ...entry, comment: newCommentId(question, nextChunk(snapshot, question, before)) }] as const;
    });
    return [{ respondentId, entries: Object.fromEntries(numbered) }];
  });
}

function entryOf(change: Change, move: number): BatchEntry {
  if (change.kind === 'leaves') return { move, leaves: true };
  return { move, ...(change.value === undefined ? {} : { value: change.value }) };
}

/** The chunk of the next comment on a question, when so many have got their places in this batch before it. */
function nextChunk({ chunks }: Snapshot, question: string, before: number): number {
  const published = (chunks[question] ?? []).reduce((sum, { count }) => sum + count, 0);
  return Math.floor((published + before) / chunkSize) + 1;
}

function commentsIn(members: readonly BatchMember[], question: string, move: number): NonNullable<Move['comments']> {
  const chunks = members.flatMap(({ entries }) => {
    const entry = entries[question];
    return entry?.move === move && entry.comment !== undefined ? [placeOfComment(entry.comment)?.chunk ?? 1] : [];
  });
  return [...Map.groupBy(chunks, (chunk) => chunk)].map(([chunk, all]) => ({ chunk, count: all.length }));
}
