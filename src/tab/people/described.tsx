import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useLook } from '../shell/look.ts';

const useStyles = makeStyles({
  // In line with the words of a box to tick.
  text: { paddingLeft: '32px', paddingBottom: tokens.spacingVerticalS },
});

export interface DescribedProps {
  readonly text: string;
  /** What is described, given the id of the description. */
  readonly children: (id: string) => ReactNode;
}

/** Says below a box to tick what it means. */
export function Described({ text, children }: DescribedProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const id = useId();
  return (
    <div>
      {children(id)}
      <p id={id} className={mergeClasses(look.text, look.quiet, styles.text)}>
        {text}
      </p>
    </div>
  );
}
