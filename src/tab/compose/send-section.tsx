import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Chat20Regular, Send20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ContentProblemJson, PreviewJson } from '../../api/contract/broadcasts.ts';
import { useOrder } from '../api/use-order.ts';
import { Section } from '../form/section.tsx';
import { Announced } from '../shell/announced.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { ConfirmSending } from './confirm-sending.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { focusLater } from './focus-later.ts';
import { ProblemList, problemListId } from './problem-list.tsx';
import type { SavingProps } from './saving-status.tsx';
import { sendingWords } from './sending-words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  last: { marginInlineStart: 'auto' },
});

export interface SendSectionProps extends SavingProps {
  readonly broadcastId: string;
  readonly preview: PreviewJson | undefined;
  /** Reads the preview of what is saved now. */
  readonly refresh: () => Promise<PreviewJson | undefined>;
  /** What must be mended; empty until the author has tried to send. */
  readonly problems: readonly ContentProblemJson[];
  readonly onTry: () => void;
  /** Leads to where a problem is mended. */
  readonly onMend: (field: string) => void;
}

/** The last steps: try it on oneself, then send it to a number of people that is named. */
export function SendSection(props: SendSectionProps): ReactNode {
  const { broadcastId, session, state, preview, refresh, problems, onTry, onMend } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const [agreed, setAgreed] = useState<PreviewJson>();
  const toMe = useOrder('sendToMe');
  const check = useMutation({
    mutationFn: async () => {
      if ((await session.flush()) === undefined) return 'not-saved';
      return (await refresh()) ?? 'not-saved';
    },
    onSuccess: (found) => {
      if (found === 'not-saved') return;
      onTry();
      if (found.problems.length === 0) setAgreed(found);
      else focusLater(problemListId);
    },
  });
  const sendMe = useMutation({
    mutationFn: async () => {
      if ((await session.flush()) === undefined) return 'not-saved';
      await toMe.mutateAsync({ broadcastId });
      return 'sent';
    },
  });
  const unsaved = check.data === 'not-saved' || sendMe.data === 'not-saved';
  // The number is of what was saved last, and another audience is another number.
  const counted = preview?.broadcast.audience.areas;
  const numbered = preview !== undefined && String(counted) === String(state.draft.audience.areas);
  return (
    <Section title={words.t('compose.send.title')}>
      <ProblemList problems={problems} onMend={onMend} />
      {unsaved && state.saving !== 'saved' ? (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{words.t('compose.send.notSaved')}</MessageBarBody>
        </MessageBar>
      ) : undefined}
      {check.error === null ? undefined : <Failure error={check.error} />}
      {sendMe.error === null ? undefined : <Failure error={sendMe.error} />}
      <Announced>
        {sendMe.data === 'sent' && !sendMe.isPending ? words.t('compose.send.sentToMe') : undefined}
      </Announced>
      {me.reachable ? undefined : <p className={look.quiet}>{words.t('compose.send.notReachable')}</p>}
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<Send20Regular />}
          disabledFocusable={check.isPending}
          onClick={() => check.mutate()}
        >
          {numbered && preview.people > 0 ? sendingWords(preview, words).button : words.t('compose.send.check')}
        </Button>
        <Button
          icon={<Chat20Regular />}
          disabledFocusable={sendMe.isPending || !me.reachable}
          onClick={() => sendMe.mutate()}
        >
          {words.t('compose.send.toMe')}
        </Button>
        <div className={styles.last}>
          <DiscardDraft broadcastId={broadcastId} session={session} />
        </div>
      </div>
      {agreed === undefined ? undefined : (
        <ConfirmSending
          broadcastId={broadcastId}
          session={session}
          preview={agreed}
          refresh={refresh}
          onPreview={setAgreed}
          onClose={() => setAgreed(undefined)}
        />
      )}
    </Section>
  );
}
