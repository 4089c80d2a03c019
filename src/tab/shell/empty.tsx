import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from './look.ts';

export interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** What to do now, such as a link. */
  readonly action?: ReactNode;
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '48px', lineHeight: 0 },
  action: { paddingTop: tokens.spacingVerticalM },
});

/** Says that there is nothing here, why, and what to do. */
export function Empty({ icon, title, text, action }: EmptyProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={mergeClasses(look.surface, styles.empty)}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h2 className={look.smallHeading}>{title}</h2>
      <p className={look.quiet}>{text}</p>
      {action === undefined ? undefined : <div className={styles.action}>{action}</div>}
    </div>
  );
}
