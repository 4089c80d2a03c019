import { makeStyles, tokens } from '@fluentui/react-components';
import { People20Regular, ShieldCheckmark20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AudienceJson } from '../../api/contract/content.ts';
import { ConnectionLost } from '../api/api-failure.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, minHeight: '20px' },
  icon: { flexShrink: 0 },
  count: { fontWeight: tokens.fontWeightSemibold },
});

/** How many people an audience is, how many of them cards reach, and whether somebody has to approve it. */
export function AudienceCount({ audience }: { readonly audience: AudienceJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const none = audience.areas !== 'all' && audience.areas.length === 0;
  const read = useRead('countAudience', { body: audience }, { enabled: !none });
  if (read.error !== null && !(read.error instanceof ConnectionLost)) {
    return <Failure error={read.error} retry={() => void read.refetch()} />;
  }
  const counted = none ? { people: 0, reachable: 0, needsApproval: false } : read.data?.value;
  const sentence = () => {
    if (counted !== undefined) {
      const [people, reachable] = [words.people(counted.people), words.number(counted.reachable)];
      return <span className={styles.count}>{words.t('compose.audience.count', { people, reachable })}</span>;
    }
    return words.t(read.error === null ? 'compose.audience.counting' : 'compose.audience.notCounted');
  };
  return (
    <div role="status" className={look.closeStack}>
      <div className={styles.line}>
        <People20Regular aria-hidden="true" className={styles.icon} />
        {sentence()}
      </div>
      {counted?.needsApproval === true ? (
        <div className={styles.line}>
          <ShieldCheckmark20Regular aria-hidden="true" className={styles.icon} />
          <span>{words.t('compose.audience.needsApproval')}</span>
        </div>
      ) : undefined}
    </div>
  );
}
