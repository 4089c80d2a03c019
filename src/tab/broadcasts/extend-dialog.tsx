import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { closeOfPlay, londonZone } from '../../time/deadline.ts';
import { useOrder } from '../api/use-order.ts';
import { DeadlineField } from '../form/deadline-field.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { BroadcastDialogProps } from './correct-dialog.tsx';
import { concerns } from './use-progress.ts';

/** Where people are given longer to answer. */
export function ExtendDialog({ broadcast, onClose }: BroadcastDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const { id, content } = broadcast;
  const before =
    content.kind === 'prompt'
      ? content.deadline
      : { date: '', time: closeOfPlay, zone: londonZone as typeof londonZone };
  const [deadline, setDeadline] = useState(before);
  const queries = useQueryClient();
  const order = useOrder('extend', async () => {
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, id) });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={words.t('control.extend.title')}
      confirm={words.t('control.extend.confirm')}
      pending={order.isPending}
      error={order.error}
      onConfirm={() => order.mutate({ broadcastId: id, body: { deadline } })}
      onClose={onClose}
    >
      <p className={look.text}>{words.t('control.extend.text')}</p>
      <DeadlineField deadline={deadline} onChange={setDeadline} />
    </ConfirmDialog>
  );
}
