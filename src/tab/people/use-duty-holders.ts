import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PersonSummary } from '../../api/contract/people.ts';
import { useApi } from '../api/api-context.tsx';

/** As many as the API gives at once. */
const pageSize = 100;

/** Reads everybody who leads an area, keeps the roadmap or administers. */
export function useDutyHolders(): UseQueryResult<readonly PersonSummary[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['listPeople', 'with-duties'],
    queryFn: async ({ signal }) => {
      const found: PersonSummary[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const query = { withDuties: 'true' as const, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
        const { people, next } = (await api.call('listPeople', { query }, signal)).value;
        found.push(...people);
        cursor = next;
      }
      return found;
    },
  });
}
