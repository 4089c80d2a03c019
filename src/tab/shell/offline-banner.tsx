import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useWords } from '../words/words-context.tsx';

function watch(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** Whether the device is connected to a network, as far as the browser knows. */
export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => navigator.onLine);
}

const useStyles = makeStyles({ banner: { marginBottom: tokens.spacingVerticalL } });

/** Says while there is no connection that nothing is lost. */
export function OfflineBanner(): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const online = useOnline();
  return (
    <div role="status">
      {online ? undefined : (
        <MessageBar intent="warning" layout="multiline" className={styles.banner}>
          <MessageBarBody>
            <MessageBarTitle>{words.t('state.offline.title')}</MessageBarTitle>
            {words.t('state.offline.text')}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
