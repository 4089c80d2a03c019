import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { type AreaRates, pointsOverTime } from './rates.ts';

const useStyles = makeStyles({
  columns: { display: 'flex', alignItems: 'flex-end', columnGap: '4px', height: '28px' },
  column: {
    boxSizing: 'border-box',
    width: '14px',
    minHeight: '2px',
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  latest: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  unknown: { height: '2px', border: 'none', backgroundColor: tokens.colorNeutralStrokeAccessible },
});

/** How the newest prompts of an area were answered, one after the other: a column each, and as text. */
export function RateTrend({ rates }: { readonly rates: AreaRates }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const points = pointsOverTime(rates);
  const texts = points.map(({ rate }) => (rate === undefined ? words.t('home.rates.tooFew') : words.percent(rate)));
  return (
    <>
      <span className={look.unseen}>{texts.join(', ')}</span>
      <span className={styles.columns} aria-hidden="true">
        {points.map(({ broadcastId, rate }, index) => (
          <span
            key={broadcastId}
            className={mergeClasses(
              styles.column,
              index === points.length - 1 && styles.latest,
              rate === undefined && styles.unknown,
            )}
            style={rate === undefined ? undefined : { height: `${rate * 100}%` }}
          />
        ))}
      </span>
    </>
  );
}
