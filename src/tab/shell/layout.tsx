import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../words/words-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { narrow } from './look.ts';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';

/** Loaded after the first page, which does not need it. */
const DialogKeeper = lazy(() => import('./dialog-keeper.tsx'));

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: '248px minmax(0, 1fr)',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: tokens.spacingVerticalM,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow16,
    transform: 'translateY(-200%)',
    ':focus': { transform: 'none', outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  content: {
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL} 64px`,
    ':focus': { outlineStyle: 'none' },
    [narrow]: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 48px` },
  },
  column: { maxWidth: '1120px', margin: '0 auto' },
});

/** The frame of every page: a way to skip the navigation, the navigation, and the content. */
export function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {words.t('nav.skip')}
      </a>
      <Navigation />
      <main id="content" tabIndex={-1} className={styles.content}>
        <div className={styles.column}>
          <OfflineBanner />
          {children}
        </div>
      </main>
      <ErrorBoundary place="everywhere" fallback={() => undefined}>
        <Suspense>
          <DialogKeeper />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
