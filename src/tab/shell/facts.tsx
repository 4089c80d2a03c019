import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { narrow } from './look.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 14rem) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: {
    margin: 0,
    maxWidth: '68ch',
    overflowWrap: 'anywhere',
    [narrow]: { paddingBottom: tokens.spacingVerticalM },
  },
});

/** Facts of one thing, each with its name; {@link Fact} is one of them. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={useStyles().facts}>{children}</dl>;
}

export function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
