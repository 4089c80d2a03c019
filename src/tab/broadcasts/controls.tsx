import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ChartMultiple20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { DownloadNote } from '../results/download-note.tsx';
import { useDownload } from '../results/use-download.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { ControlDialog } from './control-dialog.tsx';
import { isRare, type OfferedControl, offeredControls } from './control-list.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { RareControls } from './rare-controls.tsx';

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What can be done to a broadcast now. Whatever others would notice asks first. */
export function Controls({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const [chosen, setChosen] = useState<OfferedControl>();
  const close = () => setChosen(undefined);
  const { id, kind } = broadcast;
  const report = useDownload(id);
  const offered = offeredControls(broadcast);
  return (
    <div className={look.closeStack}>
      <div className={styles.controls}>
        {kind === 'prompt' ? (
          <LinkButton to={`/results/${id}`} icon={<ChartMultiple20Regular />} appearance="primary">
            {words.card('progress.results')}
          </LinkButton>
        ) : undefined}
        {offered
          .filter((control) => !isRare(control))
          .map((control) => (
            <Button key={control} onClick={() => setChosen(control)}>
              {words.t(`control.${control}.button`)}
            </Button>
          ))}
        <Button
          icon={<ArrowDownload20Regular />}
          disabledFocusable={report.pending}
          onClick={() => report.start('downloadReport')}
        >
          {words.t('broadcast.report')}
        </Button>
        <RareControls controls={offered.filter(isRare)} choose={setChosen} />
      </div>
      <DownloadNote download={report} />
      {chosen === undefined ? undefined : chosen === 'correct' ? (
        <CorrectDialog broadcast={broadcast} onClose={close} />
      ) : chosen === 'extend' ? (
        <ExtendDialog broadcast={broadcast} onClose={close} />
      ) : (
        <ControlDialog broadcast={broadcast} control={chosen} onClose={close} />
      )}
    </div>
  );
}
