import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';

export interface DisclosureProps {
  readonly summary: ReactNode;
  /** Made when it is first unfolded. */
  readonly children: () => ReactNode;
}

const useStyles = makeStyles({
  summary: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    cursor: 'pointer',
    listStyleType: 'none',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  mark: { transitionProperty: 'transform', transitionDuration: tokens.durationFaster, flexShrink: 0 },
  open: { transform: 'rotate(90deg)' },
  content: { paddingTop: tokens.spacingVerticalS },
});

/** More on the same thing, folded away. */
export function Disclosure({ summary, children }: DisclosureProps): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) setMade(true);
      }}
    >
      <summary className={styles.summary}>
        <ChevronRightRegular aria-hidden="true" className={mergeClasses(styles.mark, open && styles.open)} />
        {summary}
      </summary>
      {made ? <div className={styles.content}>{children()}</div> : undefined}
    </details>
  );
}
