import { Button } from '@fluentui/react-components';
import { Link20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useHost } from '../host/host-context.tsx';
import { useWords } from '../words/words-context.tsx';

/** Has Teams offer a link to this page; nothing where Teams cannot. */
export function ShareButton({ label }: { readonly label: string }): ReactNode {
  const { share } = useHost();
  const words = useWords();
  const [path] = useLocation();
  if (share === undefined) return undefined;
  return (
    <Button icon={<Link20Regular />} onClick={() => void share(path, label).catch(reportError)}>
      {words.t('share')}
    </Button>
  );
}
