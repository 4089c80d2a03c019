import type { ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { LoadingPage } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { DownloadMenu } from './download-menu.tsx';
import { DownloadNote } from './download-note.tsx';
import { Numbers } from './numbers.tsx';
import { ResultsView } from './results-view.tsx';
import { useDownload } from './use-download.ts';

/** While answers come in, the figures are looked at again so often. */
const everyMs = 60_000;

/** The results of one prompt. */
export default function PromptResultsPage({ broadcastId }: { readonly broadcastId: string }): ReactNode {
  const words = useWords();
  const read = useRead('getResults', { broadcastId }, { everyMs });
  if (read.data !== undefined) return <Shown results={read.data.value} />;
  if (read.error === null) return <LoadingPage />;
  return (
    <Page title={words.t('nav.results')} above={<UpLink to="/results">{words.t('results.all')}</UpLink>}>
      <Failure error={read.error} retry={() => void read.refetch()} />
    </Page>
  );
}

function Shown({ results }: { readonly results: ResultsJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const { broadcastId, prompt, closed, closesAt } = results;
  const title = words.card('results.title', { title: words.of(prompt.title) });
  const download = useDownload(broadcastId);
  const until = words.card(closed ? 'results.closed' : 'results.open', { deadline: words.moment(closesAt) });
  return (
    <Page
      title={title}
      heading={<Written texts={prompt.title} />}
      lead={words.t('results.lead', { until, promise: words.card(`promise.${prompt.privacy}.title`) })}
      above={<UpLink to="/results">{words.t('results.all')}</UpLink>}
      actions={<DownloadMenu download={download} />}
    >
      <div className={look.stack}>
        <DownloadNote download={download} />
        <Numbers results={results} />
        <ResultsView results={results} />
      </div>
    </Page>
  );
}
