import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { narrow } from './look.ts';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoice: (value: string) => void;
  /** Its options are long. */
  readonly long?: boolean;
  /** The options. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
  choice: {
    flex: '1 1 14rem',
    maxWidth: '22rem',
    // Shortens the option that is shown, rather than being as wide as the longest one.
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [narrow]: { maxWidth: 'none', flexBasis: '100%' },
  },
  long: { flexGrow: 2, maxWidth: '40rem' },
  select: { minWidth: 0 },
});

/** Several {@link Choice}s beside each other, or below each other where there is little room. */
export function Choices({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={useStyles().choices}>{children}</div>;
}

/** Lets one choose one of several. */
export function Choice({ label, value, onChoice, long = false, children }: ChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} className={mergeClasses(styles.choice, long && styles.long)}>
      <Select className={styles.select} value={value} onChange={(_event, data) => onChoice(data.value)}>
        {children}
      </Select>
    </Field>
  );
}
