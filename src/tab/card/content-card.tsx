import type { ReactNode } from 'react';
import type { ContentJson } from '../../api/contract/content.ts';
import { useRead } from '../api/use-read.ts';
import { useTheme } from '../host/theme-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardView } from './card-view.tsx';

/** The card of a content as staff get it, in the language of the person. */
export default function ContentCard({ content }: { readonly content: ContentJson }): ReactNode {
  const words = useWords();
  const theme = useTheme();
  const { language } = words;
  const read = useRead('drawCard', { body: { content, language } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <Failure error={read.error} retry={() => void read.refetch()} />;
  }
  return <CardView card={read.data.value.card} theme={theme} label={words.t('broadcast.card')} language={language} />;
}
