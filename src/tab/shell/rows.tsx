import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { narrow, useLook } from './look.ts';

const useStyles = makeStyles({
  rows: { padding: 0, overflow: 'hidden', [narrow]: { padding: 0 } },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    ':not(:first-child)': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { padding: tokens.spacingHorizontalL, columnGap: tokens.spacingHorizontalM },
  },
  icon: { color: tokens.colorNeutralForeground3, lineHeight: 0 },
  plain: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  words: { minWidth: 0 },
  title: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    // The whole row is the link.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  end: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  chevron: { color: tokens.colorNeutralForeground3, lineHeight: 0 },
});

/** A list of things that each have a page of their own. */
export function Rows({ label, children }: { readonly label?: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <ul aria-label={label} className={mergeClasses(look.surface, look.list, styles.rows)}>
      {children}
    </ul>
  );
}

export interface RowProps {
  readonly to: string;
  readonly title: ReactNode;
  readonly icon?: ReactNode;
  /** Stands at the end, before the sign that the row leads on. */
  readonly end?: ReactNode;
  /** More about it, below the title. */
  readonly children?: ReactNode;
}

/** One of {@link Rows}: all of it leads to the page. */
export function Row({ to, title, icon, end, children }: RowProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <li className={mergeClasses(styles.row, icon === undefined && styles.plain)}>
      {icon === undefined ? undefined : <span className={styles.icon}>{icon}</span>}
      <div className={styles.words}>
        <Link href={to} className={styles.title}>
          {title}
        </Link>
        <div className={look.quiet}>{children}</div>
      </div>
      <div className={styles.end}>
        {end}
        <ChevronRight20Regular aria-hidden="true" className={styles.chevron} />
      </div>
    </li>
  );
}
