import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import { useLook } from '../shell/look.ts';

const useStyles = makeStyles({
  problem: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
  },
});

export interface SectionProps {
  readonly title: string;
  /** So that links can lead to it. */
  readonly id?: string;
  /** What must be mended in it as a whole. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a form. */
export function Section({ title, id, problem, children }: SectionProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        <span id={id} tabIndex={id === undefined ? undefined : -1}>
          {title}
        </span>
      </h2>
      {problem === undefined ? undefined : (
        <p className={styles.problem}>
          <ErrorCircle16Filled aria-hidden="true" />
          {problem}
        </p>
      )}
      {children}
    </section>
  );
}
