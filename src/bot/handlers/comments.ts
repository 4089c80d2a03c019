import type { ActionData } from '../../cards/actions.ts';
import type { Names } from '../../cards/comment-box.ts';
import { commentsACard, commentsCard } from '../../cards/comments-card.ts';
import { readComments } from '../../insight/read-comments.ts';
import { redactComment, undoRedaction } from '../../insight/redact-comment.ts';
import type { Comment } from '../../insight/results.ts';
import { readVisible } from '../../insight/visible-areas.ts';
import type { KnownTurn, Reply } from '../turn.ts';

type Wish = Pick<ActionData<'results.comments'>, 'broadcastId' | 'area' | 'question' | 'after' | 'skip'>;

/** What people wrote in answer to one question, a few comments at a time; hidden ones too, so that they can be shown again. */
export async function replyWithComments(turn: KnownTurn, wish: Wish): Promise<Reply> {
  const { broadcastId, question } = wish;
  const { results } = turn.services;
  const { prompt, areas } = await readVisible(results, turn.person, broadcastId);
  const area = areas.find((slug) => slug === wish.area);
  const [after, skip] = [wish.after ?? undefined, wish.skip ?? 0];
  const page = await readComments(results, turn.person, broadcastId, {
    questionId: question,
    area,
    after,
    hidden: true,
  });
  const comments = page.comments.slice(skip, skip + commentsACard);
  const isMore = page.comments.length > skip + commentsACard;
  const onThisPage = { skip: skip + commentsACard, ...(after === undefined ? {} : { after }) };
  const onNextPage = page.next === undefined ? undefined : { skip: 0, after: page.next };
  const next = isMore ? onThisPage : onNextPage;
  const card = commentsCard(
    {
      broadcastId,
      prompt: prompt.content,
      question,
      comments,
      names: await namesOf(turn, comments),
      ...(area === undefined ? {} : { area }),
      ...(next === undefined ? {} : { next }),
    },
    turn.words,
  );
  return { card, keep: false };
}

/** Hides a comment from everybody, and shows the comments again. */
export async function hideComment(turn: KnownTurn, data: ActionData<'comments.hide'>): Promise<Reply> {
  await redactComment(redaction(turn), turn.person, data.broadcastId, data.comment);
  return replyWithComments(turn, data);
}

/** Shows a hidden comment again. */
export async function restoreComment(turn: KnownTurn, data: ActionData<'comments.restore'>): Promise<Reply> {
  await undoRedaction(redaction(turn), turn.person, data.broadcastId, data.comment);
  return replyWithComments(turn, data);
}

/** The names of those who wrote comments; only comments on named prompts say who that was. */
export async function namesOf(turn: KnownTurn, comments: readonly Comment[]): Promise<Names> {
  const ids = new Set(comments.flatMap(({ personId }) => (personId === undefined ? [] : [personId])));
  const people = await Promise.all([...ids].map((id) => turn.services.people.get(id)));
  return Object.fromEntries(
    people.flatMap((stored) => (stored?.value.name ? [[stored.value.id, stored.value.name]] : [])),
  );
}

function redaction({ services }: KnownTurn) {
  return { ...services.results, audit: services.control.audit };
}
