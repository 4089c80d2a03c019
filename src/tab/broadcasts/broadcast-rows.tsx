import { makeStyles, tokens } from '@fluentui/react-components';
import { Chat24Regular, Megaphone24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { BroadcastSummary } from '../../api/contract/broadcasts.ts';
import { Row, Rows } from '../shell/rows.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { useWords, Written } from '../words/words-context.tsx';
import { sentencesAbout } from './about-broadcast.ts';
import { StateBadge } from './state-badge.tsx';

const useStyles = makeStyles({ below: { paddingTop: tokens.spacingVerticalXS } });

/** Broadcasts, a line each. */
export function BroadcastRows({ broadcasts }: { readonly broadcasts: readonly BroadcastSummary[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const isNarrow = useNarrow();
  return (
    <Rows label={words.t('nav.broadcasts')}>
      {broadcasts.map((broadcast) => {
        const { id, kind, title, state } = broadcast;
        const badge = <StateBadge {...broadcast} />;
        return (
          <Row
            key={id}
            to={state === 'draft' ? `/compose/${id}` : `/broadcasts/${id}`}
            icon={kind === 'prompt' ? <Chat24Regular aria-hidden="true" /> : <Megaphone24Regular aria-hidden="true" />}
            title={title.en === '' ? words.t('broadcast.untitled') : <Written texts={title} />}
            end={isNarrow ? undefined : badge}
          >
            {sentencesAbout(broadcast, words).join(' · ')}
            {isNarrow ? <div className={styles.below}>{badge}</div> : undefined}
          </Row>
        );
      })}
    </Rows>
  );
}
