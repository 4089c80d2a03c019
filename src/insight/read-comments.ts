import type { Question } from '../broadcasts/question.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import { chunkSize, type PublishedComment } from './comment-chunk.ts';
import type { ResultsPorts } from './read-results.ts';
import type { Comment, CommentPage } from './results.ts';
import type { ResultsStore } from './results-store.ts';
import { sharedText } from './shared-text.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';
import { readVisible } from './visible-areas.ts';

export interface CommentWish {
  readonly questionId: string;
  /** Of one area that the reader may see; of everybody, or else of the reader's first area, if absent. */
  readonly area?: AreaSlug | undefined;
  /** The `next` of the page before; the first page if absent. */
  readonly after?: string | undefined;
  /** Also those that are hidden as a whole: for the person who may undo that, with the text left empty. */
  readonly hidden?: boolean;
}

/** A page of comments takes at most so many reads. */
const chunksAtOnce = 5;

/**
 * Comments on a question as they may be shared, at most 100, in no order that says anything. Throws LeadsOnly,
 * PromptUnknown and AreaNotAsked.
 */
export async function readComments(
  ports: ResultsPorts,
  reader: Person,
  broadcastId: string,
  { questionId, area: wanted, after, hidden = false }: CommentWish,
): Promise<CommentPage> {
  const { areas, everyArea } = await readVisible(ports, reader, broadcastId);
  const area = areas.find((slug) => slug === wanted) ?? (everyArea ? undefined : areas[0]);
  const stored = await ports.results.snapshots.get(broadcastId);
  return readPage(ports.results, stored?.value ?? emptySnapshot(broadcastId), questionId, {
    area,
    hidden,
    from: numberOf(after),
    chunks: chunksAtOnce,
  });
}

/** The first comments on each free-text question: one read a question. */
export async function readFirstComments(
  results: ResultsStore,
  snapshot: Snapshot,
  questions: readonly Question[],
  area: AreaSlug | undefined,
): Promise<Readonly<Record<string, CommentPage>>> {
  const written = questions.filter(({ kind }) => kind === 'free-text');
  const pages = await Promise.all(
    written.map(
      async ({ id }) =>
        [id, await readPage(results, snapshot, id, { area, from: 1, chunks: 1, hidden: false })] as const,
    ),
  );
  return Object.fromEntries(pages);
}

interface PageWish {
  readonly area: AreaSlug | undefined;
  readonly from: number;
  readonly chunks: number;
  readonly hidden: boolean;
}

async function readPage(
  results: ResultsStore,
  snapshot: Snapshot,
  questionId: string,
  { area, from, chunks, hidden }: PageWish,
): Promise<CommentPage> {
  const entries = (snapshot.chunks[questionId] ?? []).map((entry, index) => ({ ...entry, number: index + 1 }));
  const holding = entries.filter(({ number, areas }) => number >= from && (area === undefined || areas.includes(area)));
  const read = await Promise.all(
    holding.slice(0, chunks).map(async ({ number, count }) => {
      const stored = await results.chunks.get(snapshot.broadcastId, questionId, number);
      return (stored?.value.comments ?? [])
        .slice(0, count)
        .filter((comment) => area === undefined || comment.area === area);
    }),
  );
  const fitting = read.filter((_, index) => index === 0 || read.slice(0, index + 1).flat().length <= chunkSize);
  const next = holding[fitting.length]?.number;
  return {
    comments: fitting.flat().flatMap((comment) => shown(comment, hidden)),
    ...(next === undefined ? {} : { next: String(next) }),
  };
}

/** A comment that was taken back is none; one hidden as a whole shows only on request, and then without its text. */
function shown(comment: PublishedComment, hidden: boolean): readonly Comment[] {
  const { id, area, personId, redacted } = comment;
  const text = sharedText(comment);
  if (comment.text === undefined || (text === undefined && !hidden)) return [];
  return [
    {
      id,
      text: text ?? '',
      ...(area === undefined ? {} : { area }),
      ...(personId === undefined ? {} : { personId }),
      ...(redacted === undefined ? {} : { redacted }),
    },
  ];
}

function numberOf(after: string | undefined): number {
  const number = Number(after ?? '1');
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}
