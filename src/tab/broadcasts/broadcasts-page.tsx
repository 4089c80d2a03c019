import { Button } from '@fluentui/react-components';
import { Compose20Regular, SendRegular } from '@fluentui/react-icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { BroadcastList as Page_ } from '../../api/contract/broadcasts.ts';
import { useApi } from '../api/api-context.tsx';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/words-context.tsx';
import { BroadcastFilters } from './broadcast-filters.tsx';
import { BroadcastRows } from './broadcast-rows.tsx';
import { isFiltered, type ListView, queryOf, readListView, writeListView } from './list-view.ts';

const pageSize = 25;

/** All that the person wrote, and for the roadmap owner what others sent, the newest first. */
export default function BroadcastsPage(): ReactNode {
  const words = useWords();
  const look = useLook();
  const api = useApi();
  const [, navigate] = useLocation();
  const view = readListView(useSearch());
  const list = useInfiniteQuery({
    queryKey: ['listBroadcasts', view],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...queryOf(view), limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return (await api.call('listBroadcasts', { query }, signal)).value;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Page_) => next,
    placeholderData: keepPreviousData,
  });
  const show = (next: ListView) => {
    const text = writeListView(next);
    navigate(text === '' ? '/broadcasts' : `/broadcasts?${text}`, { replace: true });
  };
  const broadcasts = list.data?.pages.flatMap((page) => page.broadcasts);
  return (
    <Page
      title={words.t('nav.broadcasts')}
      actions={
        <LinkButton to="/compose" icon={<Compose20Regular />} appearance="primary">
          {words.t('nav.compose')}
        </LinkButton>
      }
    >
      <div className={look.stack}>
        <BroadcastFilters view={view} show={show} />
        {list.error === null ? undefined : <Failure error={list.error} retry={() => void list.refetch()} />}
        {broadcasts === undefined ? (
          list.isPending && <Loading blocks={1} lines={6} />
        ) : broadcasts.length === 0 && !list.hasNextPage ? (
          <Empty
            icon={<SendRegular />}
            title={words.t(isFiltered(view) ? 'broadcasts.none.title' : 'broadcasts.empty.title')}
            text={words.t(isFiltered(view) ? 'broadcasts.none.text' : 'broadcasts.empty.text')}
            action={
              isFiltered(view) ? undefined : (
                <LinkButton to="/compose" icon={<Compose20Regular />}>
                  {words.t('nav.compose')}
                </LinkButton>
              )
            }
          />
        ) : (
          <BroadcastRows broadcasts={broadcasts} />
        )}
        {list.hasNextPage ? (
          <div>
            <Button disabledFocusable={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.t(list.isFetchingNextPage ? 'state.loading' : 'broadcasts.more')}
            </Button>
          </div>
        ) : undefined}
      </div>
    </Page>
  );
}
