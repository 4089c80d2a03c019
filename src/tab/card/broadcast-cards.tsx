import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import type { Language } from '../../language/texts.ts';
import { useRead } from '../api/use-read.ts';
import { useTheme } from '../host/theme-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { CardView } from './card-view.tsx';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
});

/** The real cards of a broadcast as staff get them, in each language in which it is written. */
export default function BroadcastCards({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const { id, title } = broadcast;
  return (
    <section aria-labelledby={headingId} className={look.surface}>
      <div className={look.stack}>
        <h2 id={headingId} className={look.heading}>
          {words.t('broadcast.card')}
        </h2>
        <div className={styles.cards}>
          <OneCard broadcastId={id} language="en" />
          {title.cy === undefined ? undefined : <OneCard broadcastId={id} language="cy" />}
        </div>
      </div>
    </section>
  );
}

function OneCard({ broadcastId, language }: { readonly broadcastId: string; readonly language: Language }): ReactNode {
  const look = useLook();
  const words = useWords();
  const theme = useTheme();
  const read = useRead('getCard', { broadcastId, query: { language } });
  const name = words.card(language === 'en' ? 'preview.inEnglish' : 'preview.inWelsh');
  return (
    <div className={look.closeStack}>
      <h3 className={look.smallHeading}>{name}</h3>
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )
      ) : (
        <CardView card={read.data.value.card} theme={theme} label={name} language={language} />
      )}
    </div>
  );
}
