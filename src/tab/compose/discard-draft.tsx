import { Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useApi } from '../api/api-context.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { DraftSession } from './draft-state.ts';
import { forgetDraft } from './use-draft-session.ts';

export interface DiscardDraftProps {
  readonly broadcastId: string;
  readonly session: DraftSession;
}

/** Throws the draft away, once the author has said so twice. */
export function DiscardDraft({ broadcastId, session }: DiscardDraftProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => api.call('discardDraft', { broadcastId, etag: session.state().etag }),
    onSuccess: async () => {
      session.end();
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
