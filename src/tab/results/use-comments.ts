import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommentJson, CommentPage } from '../../api/contract/results.ts';
import { useApi } from '../api/api-context.tsx';
import type { TextPart } from './hidden-parts.ts';

export interface CommentsWanted {
  readonly broadcastId: string;
  readonly question: string;
  /** Everybody's when absent. */
  readonly area: string | undefined;
  /** Those that are hidden as a whole, too. */
  readonly hidden: boolean;
}

function keyOf(wanted: CommentsWanted) {
  return ['listComments', wanted] as const;
}

/** Reads comments page by page. */
export function useComments(wanted: CommentsWanted) {
  const api = useApi();
  const { broadcastId, question, area, hidden } = wanted;
  return useInfiniteQuery({
    queryKey: keyOf(wanted),
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        question,
        ...(area === undefined ? {} : { area }),
        ...(hidden ? { hidden: 'true' as const } : {}),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return (await api.call('listComments', { broadcastId, query }, signal)).value;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: CommentPage) => next,
  });
}

/** A comment and what to do with it: hide these parts of it, or all of it, or show it again as it was written. */
export interface RedactionWanted {
  readonly comment: CommentJson;
  readonly hide: readonly TextPart[] | 'all' | 'nothing';
}

/** Hides a comment or parts of it from what is shared, or brings it back, and shows it so where it stands. */
export function useRedaction(wanted: CommentsWanted) {
  const api = useApi();
  const queries = useQueryClient();
  const { broadcastId } = wanted;
  return useMutation({
    mutationFn: async ({ comment: { id }, hide }: RedactionWanted) => {
      const which = { broadcastId, commentId: id };
      if (hide === 'nothing') return (await api.call('undoRedaction', which)).value;
      return (await api.call('redactComment', { ...which, body: hide === 'all' ? {} : { parts: [...hide] } })).value;
    },
    onSuccess: (changed) => {
      queries.setQueryData<InfiniteData<CommentPage>>(keyOf(wanted), (known) =>
        known === undefined ? known : { ...known, pages: known.pages.map((page) => replaced(page, changed)) },
      );
    },
  });
}

function replaced(page: CommentPage, changed: CommentJson): CommentPage {
  return { ...page, comments: page.comments.map((each) => (each.id === changed.id ? changed : each)) };
}
