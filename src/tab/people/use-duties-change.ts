import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DutiesJson } from '../../api/contract/me.ts';
import type { PersonDetail } from '../../api/contract/people.ts';
import { useApi } from '../api/api-context.tsx';
import { isProblem } from '../api/api-failure.ts';
import { sameDuties } from './duties-change.ts';

export interface DutiesChanging {
  /** As they were when the change was begun. */
  readonly before: DutiesJson;
  readonly wanted: DutiesJson;
  readonly want: (duties: DutiesJson) => void;
  readonly save: () => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly forgetError: () => void;
  /** `stale`: somebody else changed the duties first, so the wish was let go. */
  readonly outcome: 'saved' | 'stale' | undefined;
}

/** Holds a change of duties until it is saved over the version that was seen. Calls `done` once it need not be asked for any more. */
export function useDutiesChange(
  detail: PersonDetail,
  refetch: () => Promise<PersonDetail | undefined>,
  done: () => void,
): DutiesChanging {
  const api = useApi();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(detail);
  const [wanted, setWanted] = useState(detail.person.duties);
  const [outcome, setOutcome] = useState<DutiesChanging['outcome']>();
  const before = seen.person.duties;
  const begin = (from: PersonDetail, how: DutiesChanging['outcome']) => {
    setSeen(from);
    setWanted(from.person.duties);
    setOutcome(how);
    done();
  };
  const change = useMutation({
    mutationFn: async () => {
      // Something else about the person may have changed since, such as the app being installed.
      const { etag } = sameDuties(detail.person.duties, before) ? detail : seen;
      const { leads, roadmapOwner, administrator } = wanted;
      const body = { leads: [...leads], roadmapOwner, administrator };
      return (await api.call('changeDuties', { personId: seen.person.id, body, etag })).value;
    },
    onSuccess: async (changed) => {
      begin(changed, 'saved');
      await Promise.all([
        refetch(),
        queries.invalidateQueries({ queryKey: ['listPeople'] }),
        queries.invalidateQueries({ queryKey: ['getMe'] }),
      ]);
    },
    onError: async (error) => {
      if (!isProblem(error, 'VersionStale')) return;
      const newest = await refetch();
      if (newest !== undefined && !sameDuties(newest.person.duties, before)) begin(newest, 'stale');
    },
  });
  return {
    before,
    wanted,
    want: (duties) => {
      setOutcome(undefined);
      setWanted(duties);
    },
    save: () => change.mutate(),
    pending: change.isPending,
    error: change.error,
    forgetError: change.reset,
    outcome,
  };
}
