import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHost } from '../host/host-context.tsx';
import { Announced } from '../shell/announced.tsx';
import { Failure } from '../shell/failure.tsx';
import { useWords } from '../words/words-context.tsx';
import type { Download } from './use-download.ts';

/** Says what became of a download, and what to do where Teams saves no files. */
export function DownloadNote({ download: { outcome, retry } }: { readonly download: Download }): ReactNode {
  const words = useWords();
  const { client } = useHost();
  if (outcome?.kind === 'failed') return <Failure error={outcome.error} retry={retry} />;
  return (
    <Announced>
      {outcome === undefined ? undefined : outcome.kind === 'impossible' ? (
        <Note
          intent="info"
          title={words.t('results.download.mobile.title')}
          text={words.t('results.download.mobile.text')}
        />
      ) : (
        <Note
          intent="success"
          title={words.t('results.download.done', { name: outcome.fileName })}
          text={words.t(client === 'desktop' ? 'results.download.whereDesktop' : 'results.download.where')}
        />
      )}
    </Announced>
  );
}

interface NoteProps {
  readonly intent: 'info' | 'success';
  readonly title: string;
  readonly text: string;
}

function Note({ intent, title, text }: NoteProps): ReactNode {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
    </MessageBar>
  );
}
