import { Button } from '@fluentui/react-components';
import { Link20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHost } from '../host/host-context.tsx';
import { useWords } from '../words/words-context.tsx';

/** Has Teams offer a link to this page as it is shown; nothing where Teams cannot. */
export function ShareButton({ label }: { readonly label: string }): ReactNode {
  const { share } = useHost();
  const words = useWords();
  const [path] = useLocation();
  const query = useSearch();
  if (share === undefined) return undefined;
  const shown = query === '' ? path : `${path}?${query}`;
  const text = words.t('share');
  return (
    <Button
      appearance="subtle"
      icon={<Link20Regular />}
      aria-label={text}
      title={text}
      onClick={() => void share(shown, label).catch(reportError)}
    />
  );
}
