import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: { width: 'min(60%, 22rem)' },
  short: { width: '45%' },
});

/** Stands where something is still being read, in about its shape. */
export function Loading({ blocks = 1, lines = 3 }: { readonly blocks?: number; readonly lines?: number }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  return (
    <Skeleton aria-label={words.t('state.loading')} className={look.stack}>
      {Array.from({ length: blocks }, (_, block) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are all alike and never change places.
        <div key={block} className={look.surface}>
          <div className={styles.lines}>
            <SkeletonItem size={20} className={styles.title} />
            {Array.from({ length: lines - 1 }, (_line, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <SkeletonItem key={line} size={16} className={line === lines - 2 ? styles.short : ''} />
            ))}
          </div>
        </div>
      ))}
    </Skeleton>
  );
}

/** A whole page that is still being loaded. */
export function LoadingPage(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={look.stack}>
      <Skeleton aria-hidden="true">
        <SkeletonItem size={36} className={styles.title} />
      </Skeleton>
      <Loading blocks={2} />
    </div>
  );
}
