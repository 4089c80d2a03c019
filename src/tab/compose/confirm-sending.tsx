import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import { isProblem } from '../api/api-failure.ts';
import { useOrder } from '../api/use-order.ts';
import { concerns } from '../broadcasts/use-progress.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { DraftSession } from './draft-state.ts';
import { sendingWords } from './sending-words.ts';
import { forgetDraft } from './use-draft-session.ts';

export interface ConfirmSendingProps {
  readonly broadcastId: string;
  readonly session: DraftSession;
  /** What the author saw and is asked to agree to. */
  readonly preview: PreviewJson;
  readonly refresh: () => Promise<PreviewJson | undefined>;
  /** The number of people or the text has changed meanwhile: this is what there is to agree to now. */
  readonly onPreview: (preview: PreviewJson) => void;
  readonly onClose: () => void;
}

/** Asks once more, naming the number of people and the time, and sends, or asks for approval. */
export function ConfirmSending(props: ConfirmSendingProps): ReactNode {
  const { broadcastId, session, preview, refresh, onPreview, onClose } = props;
  const look = useLook();
  const words = useWords();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { people, reachable, startsNow, schedule, promptedLately, needsApproval, etag, broadcast } = preview;
  const confirm = useOrder('confirmDraft', async () => {
    session.end();
    forgetDraft(broadcastId);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, broadcastId) });
    navigate(`/broadcasts/${broadcastId}`, { replace: true });
  });
  const send = () =>
    confirm.mutate(
      { broadcastId, body: { etag, people } },
      {
        onError: async (error) => {
          const changed = isProblem(error, 'ChangedMeanwhile') ? await refresh() : undefined;
          if (changed !== undefined) onPreview(changed);
        },
      },
    );
  const { question, button } = sendingWords(preview, words);
  return (
    <ConfirmDialog
      open
      title={question}
      confirm={button}
      pending={confirm.isPending}
      error={confirm.error}
      onConfirm={send}
      onClose={onClose}
    >
      {needsApproval ? <p className={look.text}>{words.t('compose.confirm.approvalText')}</p> : undefined}
      <p className={look.text}>
        {needsApproval
          ? words.t(startsNow ? 'compose.confirm.onceApproved' : 'compose.confirm.approvedAt', {
              moment: words.moment(schedule.startAt),
            })
          : startsNow
            ? words.card('schedule.now')
            : words.card('schedule.startsAt', { moment: words.moment(schedule.startAt) })}
      </p>
      {reachable < people ? (
        <p className={look.text}>{words.card('preview.unreachable', { count: people - reachable })}</p>
      ) : undefined}
      {promptedLately === 0 ? undefined : (
        <p className={look.text}>{words.card('schedule.waiting', { count: promptedLately })}</p>
      )}
      <p className={look.text}>{words.card(`preview.locked.${broadcast.kind}`)}</p>
    </ConfirmDialog>
  );
}
