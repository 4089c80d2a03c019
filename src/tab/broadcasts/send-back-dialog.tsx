import { Field, Textarea } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { longestRefusal } from '../../broadcasts/broadcast.ts';
import { useOrder } from '../api/use-order.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { concerns } from './use-progress.ts';

export interface SendBackDialogProps {
  readonly broadcastId: string;
  readonly onClose: () => void;
}

/** Where a roadmap owner says why they send a broadcast back; after that it is its author's draft again. */
export function SendBackDialog({ broadcastId, onClose }: SendBackDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const order = useOrder('sendBack', async () => {
    navigate('/', { replace: true });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, broadcastId) });
  });
  const isMissing = because.trim() === '';
  const send = () => {
    setAsked(true);
    if (!isMissing) order.mutate({ broadcastId, body: { because: because.trim() } });
  };
  const problem = {
    validationState: 'error',
    validationMessage: words.card('error.RefusalReasonMissing.title'),
  } as const;
  return (
    <ConfirmDialog
      open
      title={words.t('control.send-back.title')}
      confirm={words.card('approval.sendBackToAuthor')}
      pending={order.isPending}
      error={order.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p className={look.text}>{words.t('control.send-back.text')}</p>
      <Field
        label={words.card('common.required', { label: words.card('approval.reason') })}
        {...(asked && isMissing ? problem : {})}
      >
        <Textarea
          value={because}
          rows={4}
          spellCheck
          maxLength={longestRefusal}
          onChange={(_event, { value }) => setBecause(value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
