import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface BarProps {
  /** 0 to 1. */
  readonly value: number;
  readonly className?: string;
  /** What goes on, where it is the progress of something; otherwise it says nothing by itself. */
  readonly progressOf?: string;
}

const useStyles = makeStyles({
  track: {
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  fill: {
    height: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: 'width',
    transitionDuration: tokens.durationNormal,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '1ms' },
  },
});

/** Draws a share; the number stands beside it. */
export function Bar({ value, className, progressOf }: BarProps): ReactNode {
  const styles = useStyles();
  const share = Math.min(1, Math.max(0, value));
  const meaning =
    progressOf === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'progressbar', 'aria-label': progressOf, 'aria-valuenow': Math.round(share * 100) } as const);
  return (
    <div className={mergeClasses(styles.track, className)} {...meaning}>
      <div className={styles.fill} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
