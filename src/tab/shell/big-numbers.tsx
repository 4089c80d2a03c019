import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { narrow, useLook } from './look.ts';

const useStyles = makeStyles({
  numbers: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    [narrow]: { columnGap: tokens.spacingHorizontalXL },
  },
  entry: { display: 'flex', flexDirection: 'column' },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    [narrow]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
});

/** The few numbers that a page is about; {@link BigNumber} is one of them. */
export function BigNumbers({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={useStyles().numbers}>{children}</dl>;
}

export interface BigNumberProps {
  readonly name: string;
  readonly value: string;
  readonly more?: string | undefined;
}

export function BigNumber({ name, value, more }: BigNumberProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={styles.entry}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
      {more === undefined ? undefined : <dd className={look.quiet}>{more}</dd>}
    </div>
  );
}
