import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { ItemDetail } from '../../api/contract/roadmap.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { changesOf } from './item-changes.ts';

const useStyles = makeStyles({
  version: {
    position: 'relative',
    paddingInlineStart: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalL,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginInlineStart: tokens.spacingHorizontalXS,
    ':last-child': { paddingBottom: 0, borderLeftColor: 'transparent' },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-6px',
      top: '6px',
      width: '10px',
      height: '10px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralForeground3,
    },
  },
  when: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** How an item came to what it says now, the newest change first. */
export function ItemHistory({ history }: { readonly history: ItemDetail['history'] }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {words.t('roadmap.history.title')}
      </h2>
      <ol className={look.list}>
        {history.map(({ item, changed }, index) => (
          <li key={item.version} className={styles.version}>
            <p className={styles.when}>{words.moment(item.changedAt)}</p>
            {item.version === 1 ? (
              <p className={look.quiet}>{words.t('roadmap.history.first')}</p>
            ) : (
              <ul className={look.list}>
                {changesOf(item, history[index + 1]?.item, changed, words).map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
