import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface BarProps {
  /** 0 to 1. */
  readonly value: number;
  readonly className?: string;
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

/** Draws a share. It says nothing by itself: the number stands beside it. */
export function Bar({ value, className }: BarProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.track, className)} aria-hidden="true">
      <div className={styles.fill} style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
    </div>
  );
}
