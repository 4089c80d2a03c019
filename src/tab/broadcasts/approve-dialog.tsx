import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import { isProblem } from '../api/api-failure.ts';
import { useOrder } from '../api/use-order.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { consequences } from './to-approve.tsx';
import { concerns } from './use-progress.ts';

export interface ApproveDialogProps {
  /** What the roadmap owner saw and is asked to agree to. */
  readonly preview: PreviewJson;
  /** Reads what there is to agree to now. */
  readonly refresh: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks once more, naming the number of people and the time, and lets the broadcast go out. */
export function ApproveDialog({ preview, refresh, onClose }: ApproveDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const queries = useQueryClient();
  const { etag, people, broadcast } = preview;
  const update = () => queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, broadcast.id) });
  const order = useOrder('approve', async () => {
    await update();
    onClose();
  });
  const close = () => {
    if (isProblem(order.error, 'NotAwaitingApproval')) void update();
    onClose();
  };
  const named = { people: words.people(people) };
  return (
    <ConfirmDialog
      open
      title={words.t('control.approve.title', named)}
      confirm={words.t('control.approve.confirm', named)}
      pending={order.isPending}
      error={order.error}
      onConfirm={() =>
        order.mutate(
          { broadcastId: broadcast.id, body: { etag, people } },
          {
            onError: async (error) => {
              if (isProblem(error, 'ChangedMeanwhile')) await refresh();
            },
          },
        )
      }
      onClose={close}
    >
      {consequences(preview, words).map((text) => (
        <p key={text} className={look.text}>
          {text}
        </p>
      ))}
      <p className={look.text}>{words.card(`preview.locked.${broadcast.kind}`)}</p>
    </ConfirmDialog>
  );
}
