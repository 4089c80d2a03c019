import { lazy, type ReactNode, Suspense } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const ContentCard = lazy(() => import('../card/content-card.tsx'));

/** The card that staff got, folded away. */
export function SentCard({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  return (
    <div className={look.surface}>
      <Disclosure summary={words.t('broadcast.card')}>
        {() => (
          <Suspense fallback={<Loading />}>
            <ContentCard content={broadcast.content} />
          </Suspense>
        )}
      </Disclosure>
    </div>
  );
}
