import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PeopleList, PersonSummary } from '../../api/contract/people.ts';
import { useApi } from '../api/api-context.tsx';

/** Whom to find; everybody when nothing is asked for. */
export interface PeopleWanted {
  readonly search: string;
  readonly area: string;
  readonly withDuties: boolean;
}

const pageSize = 25;

export interface PeopleFound {
  /** Absent until the first page has come. */
  readonly people: readonly PersonSummary[] | undefined;
  readonly error: unknown;
  /** More of them are being looked for. */
  readonly looking: boolean;
  /** There may be more. */
  readonly more: boolean;
  readonly showMore: () => void;
  readonly retry: () => void;
}

/** Finds people, and reads on through pages that hold fewer than were asked for. */
export function usePeople({ search, area, withDuties }: PeopleWanted): PeopleFound {
  const api = useApi();
  const [shown, setShown] = useState(pageSize);
  const asked = JSON.stringify([search, area, withDuties]);
  const [askedBefore, setAskedBefore] = useState(asked);
  if (asked !== askedBefore) {
    setAskedBefore(asked);
    setShown(pageSize);
  }
  const read = useInfiniteQuery({
    queryKey: ['listPeople', search, area, withDuties],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: pageSize,
        ...(search === '' ? {} : { search }),
        ...(area === '' ? {} : { area }),
        ...(withDuties ? { withDuties: 'true' as const } : {}),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      };
      return (await api.call('listPeople', { query }, signal)).value;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: PeopleList) => next,
    placeholderData: keepPreviousData,
  });
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } = read;
  const people = data?.pages.flatMap((page) => page.people);
  const tooFew = people !== undefined && people.length < shown;
  const readOn = tooFew && hasNextPage && !isFetching && !isPlaceholderData && error === null;
  useEffect(() => {
    if (readOn) void fetchNextPage();
  }, [readOn, fetchNextPage]);
  return {
    people: people?.slice(0, shown),
    error,
    looking: isFetching && (people === undefined || tooFew || isPlaceholderData),
    more: (people !== undefined && people.length > shown) || hasNextPage,
    showMore: () => setShown((before) => before + pageSize),
    retry: () => void refetch(),
  };
}
