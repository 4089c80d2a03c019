import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/words-context.tsx';
import { useArrival } from './arrival.tsx';
import { narrow, useLook } from './look.ts';
import { ShareButton } from './share-button.tsx';

export interface PageProps {
  /** The heading, and the title of the document. */
  readonly title: string;
  /** The heading as it is shown, where that is more than the title. */
  readonly heading?: ReactNode;
  /** One sentence on what the page is for. */
  readonly lead?: ReactNode;
  /** A way back to the page above. */
  readonly above?: ReactNode;
  /** What can be done with the page as a whole. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalXL,
  },
  words: { flex: '1 1 24rem', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    [narrow]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  lead: {
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground2,
    maxWidth: '68ch',
  },
  titleLine: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  above: { paddingBottom: tokens.spacingVerticalS },
});

/**
 * A page of the tab. It names the document, and when the person came here within the tab it takes the focus to its
 * heading, so that a screen reader says where they are.
 */
export function Page({ title, heading, lead, above, actions, children }: PageProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const arrival = useArrival();

  useEffect(() => {
    document.title = `${title} – ${words.t('product')}`;
  }, [title, words]);

  useEffect(() => {
    if (!arrival.fresh()) return;
    window.scrollTo({ top: 0 });
    headingRef.current?.focus({ preventScroll: true });
  }, [arrival]);

  // A layout effect ends while what it belongs to still stands.
  useLayoutEffect(() => {
    const heading = headingRef.current;
    return () => {
      if (heading !== null && heading === document.activeElement) arrival.handOver();
    };
  }, [arrival]);

  return (
    <>
      <div className={styles.head}>
        <div className={styles.words}>
          {above === undefined ? undefined : <div className={styles.above}>{above}</div>}
          <div className={styles.titleLine}>
            <h1 ref={headingRef} tabIndex={-1} className={styles.title}>
              {heading ?? title}
            </h1>
            <ShareButton label={title} />
          </div>
          {lead === undefined ? undefined : <p className={mergeClasses(look.text, styles.lead)}>{lead}</p>}
        </div>
        {actions === undefined ? undefined : <div className={look.row}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
