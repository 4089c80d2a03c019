import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommentJson, CommentPage } from '../../api/contract/results.ts';
import { useApi } from '../api/api-context.tsx';

export interface CommentsWanted {
  readonly broadcastId: string;
  readonly question: string;
  /** Everybody's when absent. */
  readonly area: string | undefined;
  /** Those removed from what is shared too. */
  readonly removed: boolean;
}

function keyOf(wanted: CommentsWanted) {
  return ['listComments', wanted] as const;
}

/** Reads comments page by page. */
export function useComments(wanted: CommentsWanted) {
  const api = useApi();
  const { broadcastId, question, area, removed } = wanted;
  return useInfiniteQuery({
    queryKey: keyOf(wanted),
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        question,
        ...(area === undefined ? {} : { area }),
        ...(removed ? { redacted: 'true' as const } : {}),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return (await api.call('listComments', { broadcastId, query }, signal)).value;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: CommentPage) => next,
  });
}

/** Removes a comment from what is shared, or brings it back, and shows it so where it stands. */
export function useRedaction(wanted: CommentsWanted) {
  const api = useApi();
  const queries = useQueryClient();
  const { broadcastId } = wanted;
  return useMutation({
    mutationFn: async ({ id, redactedAt }: CommentJson) => {
      const name = redactedAt === undefined ? 'redactComment' : 'undoRedaction';
      return (await api.call(name, { broadcastId, commentId: id })).value;
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
