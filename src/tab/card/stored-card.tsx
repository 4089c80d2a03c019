import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { useTheme } from '../host/theme-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardView } from './card-view.tsx';

export interface StoredCardProps {
  readonly broadcastId: string;
  /** Another one means that the card may be another one, too. */
  readonly version: string;
}

/** The card of a broadcast as staff get it, in the language of the person. */
export default function StoredCard({ broadcastId, version }: StoredCardProps): ReactNode {
  const words = useWords();
  const theme = useTheme();
  const { language } = words;
  const read = useRead('getCard', { broadcastId, query: { language } }, { version });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <Failure error={read.error} retry={() => void read.refetch()} />;
  }
  return <CardView card={read.data.value.card} theme={theme} label={words.t('broadcast.card')} language={language} />;
}
