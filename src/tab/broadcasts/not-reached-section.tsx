import { Button, mergeClasses } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { NotReachedList as Page } from '../../api/contract/broadcasts.ts';
import { useApi } from '../api/api-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { NotReachedList } from './not-reached-list.tsx';

const pageSize = 10;

/** Who did not get the card, and why; nothing while everybody has. */
export function NotReachedSection({ broadcastId }: { readonly broadcastId: string }): ReactNode {
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const headingId = useId();
  const list = useInfiniteQuery({
    queryKey: ['listNotReached', { broadcastId }],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return (await api.call('listNotReached', { broadcastId, query }, signal)).value;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Page) => next,
  });
  if (list.error !== null) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const pages = list.data?.pages ?? [];
  const total = pages[0]?.total ?? 0;
  if (total === 0) return undefined;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <div>
        <h2 id={headingId} className={look.heading}>
          {words.card('control.report')}
        </h2>
        <p className={look.quiet}>{words.t('broadcast.notReached', { people: words.people(total) })}</p>
      </div>
      <NotReachedList people={pages.flatMap(({ people }) => people)} />
      {list.hasNextPage ? (
        <div>
          <Button disabledFocusable={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.t('broadcasts.more')}
          </Button>
        </div>
      ) : undefined}
    </section>
  );
}
