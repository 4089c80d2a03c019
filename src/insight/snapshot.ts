import type { Question } from '../broadcasts/question.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { Batch, Move } from './batch.ts';
import { cellsOf } from './cells.ts';
import { countKeys } from './count-keys.ts';
import { type Figures, noFigures, plus } from './figures.ts';

/** Everything that is published of the answers to one prompt but the comments: all that reading results takes. */
export interface Snapshot {
  readonly broadcastId: string;
  /** The number of the last batch in it; 0 before the first. */
  readonly version: number;
  /** When that batch was counted, ISO 8601. */
  readonly movedAt?: string;
  /** When the next batch is due, ISO 8601; absent in named prompts, and once all is counted. */
  readonly nextAt?: string;
  /** When the prompt closed for which all has been counted, ISO 8601; another time once it was extended. */
  readonly finalFor?: string;
  /** By question id, and under `respondents` for having answered at all. */
  readonly figures: Readonly<Record<string, QuestionFigures>>;
  /** By the id of each free-text question, its chunks of comments from number 1. */
  readonly chunks: Readonly<Record<string, readonly ChunkEntry[]>>;
}

export interface QuestionFigures {
  readonly keys: readonly string[];
  readonly cells: Readonly<Record<string, Figures>>;
}

export interface ChunkEntry {
  readonly count: number;
  /** The areas from which there are comments in it. */
  readonly areas: readonly AreaSlug[];
}

export function emptySnapshot(broadcastId: string): Snapshot {
  return { broadcastId, version: 0, figures: {}, chunks: {} };
}

/** The snapshot with one more batch in it. */
export function withBatch(snapshot: Snapshot, { number, at, moves }: Batch, questions: readonly Question[]): Snapshot {
  const figures = new Map(Object.entries(snapshot.figures));
  const chunks = new Map(Object.entries(snapshot.chunks));
  for (const move of moves) {
    const before = figures.get(move.question) ?? { keys: keysIn(questions, move.question), cells: {} };
    figures.set(move.question, moved(before, move));
    if (move.comments !== undefined) chunks.set(move.question, moreComments(chunks.get(move.question) ?? [], move));
  }
  return {
    ...snapshot,
    version: number,
    movedAt: at,
    figures: Object.fromEntries(figures),
    chunks: Object.fromEntries(chunks),
  };
}

function keysIn(questions: readonly Question[], id: string): readonly string[] {
  const question = questions.find((each) => each.id === id);
  return question === undefined ? [] : countKeys(question);
}

/** A cell in which nobody is left is gone. */
function moved({ keys, cells }: QuestionFigures, { label, by }: Move): QuestionFigures {
  const after = new Map(Object.entries(cells));
  for (const cell of cellsOf(label)) {
    const figures = plus(after.get(cell) ?? noFigures(keys), by);
    if (figures.some((number) => number !== 0)) after.set(cell, figures);
    else after.delete(cell);
  }
  return { keys, cells: Object.fromEntries(after) };
}

function moreComments(entries: readonly ChunkEntry[], { label, comments = [] }: Move): readonly ChunkEntry[] {
  const after = [...entries];
  for (const { chunk, count } of comments) {
    const entry = after[chunk - 1] ?? { count: 0, areas: [] };
    const areas = label.area === undefined || entry.areas.includes(label.area) ? [] : [label.area];
    after[chunk - 1] = { count: entry.count + count, areas: [...entry.areas, ...areas] };
  }
  return after;
}
