import { EditRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { isProblem } from '../api/api-failure.ts';
import { useRead } from '../api/use-read.ts';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { late } from '../shell/late.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { AreaStatesSection } from './area-states-section.tsx';
import { AwaitingSection } from './awaiting-section.tsx';
import { BroadcastFacts } from './broadcast-facts.tsx';
import { Controls } from './controls.tsx';
import { NotReachedSection } from './not-reached-section.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { runTitle } from './run-title.ts';
import { SentCard } from './sent-card.tsx';
import { StateBadge } from './state-badge.tsx';

const BroadcastCards = late('broadcast-cards', () => import('../card/broadcast-cards.tsx'));

/** One broadcast: how it goes out, who did not get it, and what can be done. */
export default function BroadcastPage({ broadcastId }: { readonly broadcastId: string }): ReactNode {
  const words = useWords();
  const read = useRead('getBroadcast', { broadcastId });
  const above = <UpLink to="/broadcasts">{words.t('nav.broadcasts')}</UpLink>;
  const broadcast = read.data?.value;
  if (isProblem(read.error, 'BroadcastNotSent')) {
    return (
      <Page title={words.t('nav.broadcasts')} above={above}>
        <Empty icon={<EditRegular />} title={words.t('approval.draft.title')} text={words.t('approval.draft.text')} />
      </Page>
    );
  }
  if (broadcast === undefined) {
    return (
      <Page title={words.t('nav.broadcasts')} above={above}>
        {read.error === null ? (
          <Loading blocks={2} />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )}
      </Page>
    );
  }
  if (broadcast.state === 'draft') return <Redirect to={`/compose/${broadcastId}`} replace />;
  const title = words.of(broadcast.title);
  return (
    <Page
      title={title}
      heading={<Written texts={broadcast.title} />}
      above={above}
      lead={<StateBadge {...broadcast} />}
    >
      {read.error === null ? undefined : <Failure error={read.error} retry={() => void read.refetch()} />}
      <Content broadcast={broadcast} />
    </Page>
  );
}

function Content({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const { id, state, resentAt = '' } = broadcast;
  const latest = broadcast.laterRuns.at(-1);
  const moving = state === 'sending' || state === 'scheduled';
  if (state === 'awaiting-approval') {
    return (
      <div className={look.stack}>
        <AwaitingSection broadcast={broadcast} />
        <BroadcastCards broadcast={broadcast} />
        <BroadcastFacts broadcast={broadcast} />
      </div>
    );
  }
  return (
    <div className={look.stack}>
      <Controls broadcast={broadcast} />
      {latest === undefined ? undefined : (
        <ProgressPanel
          key={`${latest.id}${latest.requestedAt}`}
          broadcastId={id}
          run={latest.id}
          title={runTitle(latest.id, words)}
        />
      )}
      <ProgressPanel
        key={`send${state}${resentAt}`}
        broadcastId={id}
        run="send"
        title={words.t(latest === undefined ? 'progress.title' : 'progress.titleOfFirst')}
      />
      <AreaStatesSection broadcastId={id} moving={moving} />
      {moving ? undefined : <NotReachedSection broadcastId={id} />}
      <BroadcastFacts broadcast={broadcast} />
      <SentCard broadcast={broadcast} />
    </div>
  );
}
