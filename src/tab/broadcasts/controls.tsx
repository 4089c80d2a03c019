import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ChartMultiple20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useApi } from '../api/api-context.tsx';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { ControlDialog } from './control-dialog.tsx';
import { type OfferedControl, offeredControls } from './control-list.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What can be done to a broadcast now. Whatever others would notice asks first. */
export function Controls({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const [chosen, setChosen] = useState<OfferedControl>();
  const close = () => setChosen(undefined);
  const { id, kind } = broadcast;
  const report = useMutation({
    mutationFn: () => api.download('downloadReport', { broadcastId: id }),
    onSuccess: saveFile,
  });
  return (
    <div className={look.closeStack}>
      <div className={mergeClasses(styles.controls)}>
        {kind === 'prompt' ? (
          <LinkButton to={`/results/${id}`} icon={<ChartMultiple20Regular />} appearance="primary">
            {words.card('progress.results')}
          </LinkButton>
        ) : undefined}
        {offeredControls(broadcast).map((control) => (
          <Button key={control} onClick={() => setChosen(control)}>
            {words.t(`control.${control}.button`)}
          </Button>
        ))}
        <Button icon={<ArrowDownload20Regular />} disabledFocusable={report.isPending} onClick={() => report.mutate()}>
          {words.t('broadcast.report')}
        </Button>
      </div>
      {report.error === null ? undefined : <Failure error={report.error} retry={() => report.mutate()} />}
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
