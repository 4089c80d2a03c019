import { ChartMultiple24Regular } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import type { ResultsList } from '../../api/contract/results.ts';
import { useRead } from '../api/use-read.ts';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { Row, Rows } from '../shell/rows.tsx';
import { useWords, Written } from '../words/words-context.tsx';

type Prompts = ResultsList['prompts'];

/** The prompts whose results one may read. */
export default function ResultsPage(): ReactNode {
  const words = useWords();
  return (
    <Page title={words.t('nav.results')} lead={words.t('results.list.lead')}>
      <List />
    </Page>
  );
}

function List(): ReactNode {
  const look = useLook();
  const words = useWords();
  const read = useRead('listResults', {});
  if (read.data === undefined) {
    return read.error === null ? (
      <Loading blocks={2} />
    ) : (
      <Failure error={read.error} retry={() => void read.refetch()} />
    );
  }
  const { prompts } = read.data.value;
  if (prompts.length === 0) {
    return (
      <Empty
        icon={<ChartMultiple24Regular />}
        title={words.t('results.list.none.title')}
        text={words.t('results.list.none.text')}
        action={<LinkButton to="/compose">{words.t('nav.compose')}</LinkButton>}
      />
    );
  }
  return (
    <div className={look.stack}>
      <Prompts heading={words.t('results.list.open')} prompts={prompts.filter(({ closed }) => !closed)} />
      <Prompts heading={words.t('results.list.closed')} prompts={prompts.filter(({ closed }) => closed)} />
    </div>
  );
}

function Prompts({ heading, prompts }: { readonly heading: string; readonly prompts: Prompts }): ReactNode {
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  if (prompts.length === 0) return undefined;
  return (
    <section aria-labelledby={headingId} className={look.closeStack}>
      <h2 id={headingId} className={look.heading}>
        {heading}
      </h2>
      <Rows label={heading}>
        {prompts.map(({ broadcastId, title, closed, closesAt, privacy }) => (
          <Row
            key={broadcastId}
            to={`/results/${broadcastId}`}
            title={<Written texts={title} />}
            icon={<ChartMultiple24Regular />}
          >
            {words.t('results.lead', {
              until: words.card(closed ? 'results.closed' : 'results.open', { deadline: words.moment(closesAt) }),
              promise: words.card(`promise.${privacy}.title`),
            })}
          </Row>
        ))}
      </Rows>
    </section>
  );
}
