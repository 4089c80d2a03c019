import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { Chat20Regular, Delete20Regular, Send20Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import { useApi } from '../api/api-context.tsx';
import { useOrder } from '../api/use-order.ts';
import { Section } from '../form/section.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { ConfirmSending } from './confirm-sending.tsx';
import type { DraftSession } from './draft-session.ts';
import { elementOf } from './problems.ts';
import { forgetDraft } from './use-draft-session.ts';

const useStyles = makeStyles({
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export interface SendSectionProps {
  readonly broadcastId: string;
  readonly session: DraftSession;
  readonly preview: PreviewJson | undefined;
  /** Reads the preview of what is saved now. */
  readonly refresh: () => Promise<PreviewJson | undefined>;
  /** Whether the author has tried to send, so that what is missing is shown. */
  readonly tried: boolean;
  readonly onTry: () => void;
}

/** The last steps: try it on oneself, then send it to a number of people that is named. */
export function SendSection(props: SendSectionProps): ReactNode {
  const { broadcastId, session, preview, refresh, tried, onTry } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const [agreed, setAgreed] = useState<PreviewJson>();
  const toMe = useOrder('sendToMe');
  const check = useMutation({
    mutationFn: async () => {
      await session.flush();
      return refresh();
    },
    onSuccess: (found) => {
      onTry();
      if (found !== undefined && found.problems.length === 0) setAgreed(found);
    },
  });
  const sendMe = useMutation({
    mutationFn: async () => {
      await session.flush();
      await toMe.mutateAsync({ broadcastId });
    },
  });
  const problems = tried ? (preview?.problems ?? []) : [];
  return (
    <Section title={words.t('compose.send.title')}>
      {problems.length === 0 ? undefined : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.card('common.problemTitle')}</MessageBarTitle>
            <ul className={styles.problems}>
              {problems.map(({ field, text }) => (
                <li key={field}>
                  <a
                    href={`#${elementOf(field)}`}
                    className={look.link}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(elementOf(field))?.focus();
                    }}
                  >
                    {words.t('compose.problem', { field: fieldName(field, words), text })}
                  </a>
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {check.error === null ? undefined : <Failure error={check.error} />}
      {sendMe.error === null ? undefined : <Failure error={sendMe.error} />}
      <div role="status">{sendMe.isSuccess ? words.t('compose.send.sentToMe') : undefined}</div>
      {me.reachable ? undefined : <p className={look.quiet}>{words.t('compose.send.notReachable')}</p>}
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<Send20Regular />}
          disabledFocusable={check.isPending}
          onClick={() => check.mutate()}
        >
          {preview === undefined
            ? words.t('compose.send.check')
            : words.t(preview.startsNow ? 'compose.send.now' : 'compose.send.later', {
                people: words.people(preview.people),
              })}
        </Button>
        <Button
          icon={<Chat20Regular />}
          disabledFocusable={sendMe.isPending || !me.reachable}
          onClick={() => sendMe.mutate()}
        >
          {words.t('compose.send.toMe')}
        </Button>
        <Discard {...props} />
      </div>
      {agreed === undefined ? undefined : (
        <ConfirmSending
          broadcastId={broadcastId}
          preview={agreed}
          refresh={refresh}
          onPreview={setAgreed}
          onClose={() => setAgreed(undefined)}
        />
      )}
    </Section>
  );
}

function Discard({ broadcastId, session }: SendSectionProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => api.call('discardDraft', { broadcastId, etag: session.state().etag }),
    onSuccess: async () => {
      session.close();
      forgetDraft(broadcastId);
      navigate('/broadcasts', { replace: true });
      await queries.invalidateQueries({ queryKey: ['listBroadcasts'] });
      await queries.invalidateQueries({ queryKey: ['getHome'] });
    },
  });
  return (
    <>
      <Button appearance="subtle" icon={<Delete20Regular />} onClick={() => setAsking(true)}>
        {words.t('compose.discard.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words.t('compose.discard.title')}
        confirm={words.t('compose.discard.confirm')}
        pending={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate()}
        onClose={() => setAsking(false)}
      >
        <p className={look.text}>{words.t('compose.discard.text')}</p>
      </ConfirmDialog>
    </>
  );
}

/** What a field is called, for the list of what is missing. */
function fieldName(field: string, words: ReturnType<typeof useWords>): string {
  const [, question, part, language] = /^q(\d+)\.(text|options|lowest|highest)\.(en|cy)$/.exec(field) ?? [];
  if (question !== undefined) {
    const name = `${part === 'text' ? 'question' : 'options'}${language === 'cy' ? 'Cy' : 'En'}` as const;
    return words.card(`contentProblem.fields.${name}`, { number: question });
  }
  switch (field) {
    case 'title.en':
      return words.card('contentProblem.fields.titleEn');
    case 'title.cy':
      return words.card('contentProblem.fields.titleCy');
    case 'body.en':
      return words.card('contentProblem.fields.bodyEn');
    case 'body.cy':
      return words.card('contentProblem.fields.bodyCy');
    case 'audience':
      return words.card('contentProblem.fields.audience');
    case 'deadline.date':
      return words.card('contentProblem.fields.date');
    default:
      return words.card('contentProblem.fields.questions');
  }
}
