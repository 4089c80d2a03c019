import { CheckmarkCircleRegular, Compose20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Home } from '../../api/contract/home.ts';
import { useRead } from '../api/use-read.ts';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/words-context.tsx';
import { AwaitingList } from './awaiting-list.tsx';
import { NeedList } from './need-list.tsx';
import { needsOf } from './needs.ts';
import { Rates } from './rate-views.tsx';

const everyMs = 30_000;

/** What needs the lead now, and how their people answer. */
export default function HomePage(): ReactNode {
  const words = useWords();
  const look = useLook();
  const home = useRead('getHome', {}, { everyMs });
  return (
    <Page
      title={words.t('home.title')}
      actions={
        <LinkButton to="/compose" icon={<Compose20Regular />} appearance="primary">
          {words.t('nav.compose')}
        </LinkButton>
      }
    >
      <div className={look.stack}>
        {home.error === null ? undefined : <Failure error={home.error} retry={() => void home.refetch()} />}
        {home.data === undefined ? (
          home.isPending && <Loading blocks={2} lines={4} />
        ) : (
          <Content home={home.data.value} />
        )}
      </div>
    </Page>
  );
}

function Content({ home }: { readonly home: Home }): ReactNode {
  const words = useWords();
  const needs = needsOf(home);
  return (
    <>
      <AwaitingList awaiting={home.awaitingApproval} />
      {needs.length > 0 ? (
        <NeedList needs={needs} />
      ) : home.awaitingApproval.length > 0 ? undefined : (
        <Empty
          icon={<CheckmarkCircleRegular />}
          title={words.t('home.nothing.title')}
          text={words.t('home.nothing.text')}
        />
      )}
      <Rates rates={home.rates} />
    </>
  );
}
