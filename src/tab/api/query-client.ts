import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, isPassing } from './api-failure.ts';

const mostRetries = 2;
const freshMs = 15_000;

/** Reads are tried again when the failure may pass; changes never are, unless the person asks. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: freshMs,
        retry: (failures, error) => failures < mostRetries && isPassing(error),
        retryDelay: (failures, error) => {
          const wanted = error instanceof ApiProblem ? error.retryAfter : undefined;
          return (wanted ?? 2 ** failures) * 1_000;
        },
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
