import type { ReactNode } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { late } from '../shell/late.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const ContentCard = late('content-card', () => import('../card/content-card.tsx'));

/** The card that staff got, folded away. */
export function SentCard({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  return (
    <div className={look.surface}>
      <Disclosure summary={words.t('broadcast.card')}>{() => <ContentCard content={broadcast.content} />}</Disclosure>
    </div>
  );
}
