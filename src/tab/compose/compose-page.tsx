import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { Composer } from './composer.tsx';

/** Where a draft is written, looked at and sent. */
export default function ComposePage({ broadcastId }: { readonly broadcastId: string }): ReactNode {
  const words = useWords();
  // Writing starts from what is there now, which an earlier visit may be behind of.
  const read = useRead('getBroadcast', { broadcastId }, { anew: true });
  const broadcast = read.data?.value;
  if (broadcast === undefined || !read.isFetchedAfterMount) {
    return (
      <Page title={words.t('nav.compose')} above={<UpLink to="/broadcasts">{words.t('nav.broadcasts')}</UpLink>}>
        {read.error === null ? (
          <Loading blocks={3} />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )}
      </Page>
    );
  }
  if (broadcast.state !== 'draft') return <Redirect to={`/broadcasts/${broadcastId}`} replace />;
  return <Composer key={broadcastId} broadcast={broadcast} />;
}
