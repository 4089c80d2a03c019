import { makeStyles, tokens } from '@fluentui/react-components';
import { Circle16Filled, Circle16Regular, CircleHalfFill16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Maturity } from '../../roadmap/roadmap-item.ts';
import { useWords } from '../words/words-context.tsx';

/** An empty, a half and a full circle: told apart by shape, never by colour. */
const shapes = {
  early: Circle16Regular,
  developing: CircleHalfFill16Regular,
  confident: Circle16Filled,
} as const satisfies Record<Maturity, unknown>;

const useStyles = makeStyles({
  sign: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
});

/** How sure the CPS is of an item, in a shape and in words. */
export function MaturitySign({ maturity }: { readonly maturity: Maturity }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const Shape = shapes[maturity];
  return (
    <span className={styles.sign}>
      <Shape aria-hidden="true" />
      {words.card(`maturity.${maturity}`)}
    </span>
  );
}
