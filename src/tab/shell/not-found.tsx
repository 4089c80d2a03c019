import { MapRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/words-context.tsx';
import { Empty } from './empty.tsx';
import { useLook } from './look.ts';
import { Page } from './page.tsx';

/** For an address that the tab does not know. */
export function NotFound(): ReactNode {
  const words = useWords();
  const look = useLook();
  return (
    <Page title={words.t('notFound.title')}>
      <Empty
        icon={<MapRegular />}
        title={words.t('notFound.heading')}
        text={words.t('notFound.text')}
        action={
          <Link href="/" className={look.link}>
            {words.t('notFound.home')}
          </Link>
        }
      />
    </Page>
  );
}
