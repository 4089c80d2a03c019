import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer } from './api.ts';
import { useApi } from './api-context.tsx';
import type { AnswerOf, CallOf, RouteName } from './route-call.ts';

export interface ReadOptions {
  /** Read again so often while the page is seen, in milliseconds. */
  readonly everyMs?: number | false;
  readonly enabled?: boolean;
}

/** Reads from the API and keeps what was read, by route and call. */
export function useRead<N extends RouteName>(
  name: N,
  call: CallOf<N>,
  { everyMs = false, enabled = true }: ReadOptions = {},
): UseQueryResult<Answer<AnswerOf<N>>> {
  const api = useApi();
  return useQuery({
    queryKey: [name, call],
    queryFn: ({ signal }) => api.call(name, call, signal),
    refetchInterval: everyMs,
    enabled,
  });
}
