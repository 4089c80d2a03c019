import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  up: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** The way back to the page above. */
export function UpLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <Link href={to} className={mergeClasses(look.link, styles.up)}>
      <ArrowLeft16Regular aria-hidden="true" />
      {children}
    </Link>
  );
}
