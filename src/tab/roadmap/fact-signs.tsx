import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { TimelineRow } from './timeline.ts';

const useStyles = makeStyles({
  facts: {
    position: 'relative',
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  fact: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    // Hides the lines of the quarters behind the words.
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sign: { position: 'relative', flexShrink: 0, width: '16px', height: '12px' },
  shape: { position: 'absolute', inset: '2px 0' },
  outcome: { borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandBackground },
  unknown: { borderRadius: tokens.borderRadiusCircular, border: `2px dotted ${tokens.colorCompoundBrandStroke}` },
  contract: {
    inset: '4px 0',
    backgroundColor: tokens.colorNeutralForeground3,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineEnd: 0,
      top: '-4px',
      bottom: '-4px',
      width: '4px',
      backgroundColor: tokens.colorNeutralForeground1,
    },
  },
  next: {
    inset: '1px 0',
    border: `2px dashed ${tokens.colorNeutralForeground3}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** What the track of an item draws, in words, each beside its shape. */
export function FactSigns({ row }: { readonly row: TimelineRow }): ReactNode {
  const words = useWords();
  const styles = useStyles();
  const { outcome, contract } = row.item;
  return (
    <ul className={styles.facts}>
      <FactSign shape={row.outcome === undefined ? 'unknown' : 'outcome'}>
        {words.t('roadmap.outcomeWhen', { when: words.rough(outcome.when) })}
      </FactSign>
      {contract === undefined ? undefined : (
        <>
          <FactSign shape="contract">
            {words.t('roadmap.contractEnds', { day: words.rough({ precision: 'day', day: contract.expires }) })}
          </FactSign>
          <FactSign shape="next">{words.t('roadmap.nextStarts', { when: words.rough(contract.nextStarts) })}</FactSign>
        </>
      )}
    </ul>
  );
}

interface FactSignProps {
  readonly shape: 'outcome' | 'unknown' | 'contract' | 'next';
  readonly children: string;
}

function FactSign({ shape, children }: FactSignProps): ReactNode {
  const styles = useStyles();
  return (
    <li className={styles.fact}>
      <span className={styles.sign} aria-hidden="true">
        <span className={mergeClasses(styles.shape, styles[shape])} />
      </span>
      {children}
    </li>
  );
}
