import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { BroadcastJson, ControlName } from '../../api/contract/broadcasts.ts';
import { useRead } from '../api/use-read.ts';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { ControlDialog } from './control-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { ToApprove, usePreview } from './to-approve.tsx';

const useStyles = makeStyles({ controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** What can be done about what awaits approval, the usual way first. */
const order = ['approve', 'send-back', 'take-back'] as const satisfies readonly ControlName[];
type Decision = (typeof order)[number];

/** So often it is looked whether somebody else has decided, in milliseconds. */
const everyMs = 15_000;

/** Who asks for approval of a broadcast, and what its reader can do about it. */
export function AwaitingSection({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const [chosen, setChosen] = useState<Decision>();
  useRead('getBroadcast', { broadcastId: broadcast.id }, { everyMs });
  const decides = broadcast.may.includes('approve');
  const preview = usePreview(broadcast.id, decides);
  const inOrder = preview.data?.value.problems.length === 0;
  const offered = order.filter((each) => broadcast.may.includes(each) && (each !== 'approve' || inOrder));
  const close = () => setChosen(undefined);
  return (
    <section aria-labelledby={headingId} className={look.surface}>
      <div className={look.stack}>
        <h2 id={headingId} className={look.heading}>
          {words.t('approval.title')}
        </h2>
        <p className={look.text}>{whoAsks(broadcast, words)}</p>
        {decides ? <ToApprove preview={preview} /> : undefined}
        <div className={styles.controls}>
          {offered.map((each) => (
            <Button
              key={each}
              appearance={each === 'approve' ? 'primary' : 'secondary'}
              onClick={() => setChosen(each)}
            >
              {words.t(`control.${each}.button`)}
            </Button>
          ))}
        </div>
      </div>
      {chosen === 'approve' && preview.data !== undefined ? (
        <ApproveDialog preview={preview.data.value} refresh={preview.refetch} onClose={close} />
      ) : undefined}
      {chosen === 'send-back' ? <SendBackDialog broadcastId={broadcast.id} onClose={close} /> : undefined}
      {chosen === 'take-back' ? <ControlDialog broadcast={broadcast} control={chosen} onClose={close} /> : undefined}
    </section>
  );
}

function whoAsks({ mine, approval, authorName, createdAt }: BroadcastJson, words: Words): string {
  const { askedAt = createdAt, people = 0 } = approval ?? {};
  const facts = { moment: words.moment(askedAt), people: words.people(people) };
  if (mine) return words.t('approval.mine', facts);
  return words.t('approval.theirs', { ...facts, author: authorName ?? words.card('approval.lead') });
}
