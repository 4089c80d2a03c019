import { Edit20Regular, Send20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemHistory } from './item-history.tsx';

/** One roadmap item, with how it changed. */
export default function ItemPage({ itemId }: { readonly itemId: string }): ReactNode {
  const words = useWords();
  const look = useLook();
  const me = useMe();
  const read = useRead('getItem', { itemId });
  const above = <UpLink to="/roadmap">{words.card('item.back')}</UpLink>;
  if (read.data === undefined) {
    return (
      <Page title={words.t('nav.roadmap')} above={above}>
        {read.error === null ? <Loading lines={6} /> : <Failure error={read.error} retry={() => void read.refetch()} />}
      </Page>
    );
  }
  const { item, history } = read.data.value;
  const title = words.of(item.title);
  return (
    <Page
      title={title}
      heading={<Written texts={item.title} />}
      lead={<Written texts={item.summary} />}
      above={above}
      actions={
        <>
          {me.may.editRoadmap ? (
            <LinkButton to={`/roadmap/${itemId}/edit`} icon={<Edit20Regular />}>
              {words.t('roadmap.edit')}
            </LinkButton>
          ) : undefined}
          {me.may.broadcast ? (
            <LinkButton to={`/compose?item=${itemId}`} icon={<Send20Regular />}>
              {words.t('roadmap.broadcast')}
            </LinkButton>
          ) : undefined}
        </>
      }
    >
      <div className={look.stack}>
        {read.error === null ? undefined : <Failure error={read.error} retry={() => void read.refetch()} />}
        <ItemFacts item={item} />
        <ItemHistory history={history} />
      </div>
    </Page>
  );
}
