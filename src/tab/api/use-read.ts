import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer } from './api.ts';
import { useApi } from './api-context.tsx';
import type { AnswerOf, CallOf, RouteName } from './route-call.ts';

export interface ReadOptions {
  /** Read again so often while the page is seen, in milliseconds. */
  readonly everyMs?: number | false;
  readonly enabled?: boolean;
  /** Goes on showing what an earlier call read until this one has been answered. */
  readonly keep?: boolean;
  /** Reads it whenever a page that wants it comes up, however new what was read before is. */
  readonly anew?: boolean;
}

/** Reads from the API and keeps what was read, by route and call. */
export function useRead<N extends RouteName>(
  name: N,
  call: CallOf<N>,
  { everyMs = false, enabled = true, keep = false, anew = false }: ReadOptions = {},
): UseQueryResult<Answer<AnswerOf<N>>> {
  const api = useApi();
  return useQuery({
    queryKey: [name, call],
    queryFn: ({ signal }) => api.call(name, call, signal),
    refetchInterval: everyMs,
    enabled,
    ...(anew ? { refetchOnMount: 'always' as const } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
