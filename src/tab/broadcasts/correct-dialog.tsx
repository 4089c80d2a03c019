import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useOrder } from '../api/use-order.ts';
import { TextsField } from '../form/texts-field.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { concerns } from './use-progress.ts';

export interface BroadcastDialogProps {
  readonly broadcast: BroadcastJson;
  readonly onClose: () => void;
}

/** Where the title and the text of what was sent are corrected, also on the cards that people have. */
export function CorrectDialog({ broadcast, onClose }: BroadcastDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const { id, content, progress } = broadcast;
  const [title, setTitle] = useState(content.title);
  const [body, setBody] = useState(content.body);
  const queries = useQueryClient();
  const order = useOrder('correct', async () => {
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, id) });
    onClose();
  });
  const count = progress?.outcome.sent ?? 0;
  return (
    <ConfirmDialog
      open
      title={words.card('correct.title')}
      confirm={words.card('correct.send', { count })}
      pending={order.isPending}
      error={order.error}
      onConfirm={() => order.mutate({ broadcastId: id, body: { title, body } })}
      onClose={onClose}
    >
      <p className={look.text}>{words.card('correct.intro', { count })}</p>
      <TextsField
        labels={{ en: words.card('composeForm.titleEn'), cy: words.card('composeForm.titleCy') }}
        texts={title}
        onChange={setTitle}
        required
        welsh
      />
      <TextsField
        labels={{ en: words.card('composeForm.bodyEn'), cy: words.card('composeForm.bodyCy') }}
        texts={body}
        onChange={setBody}
        required
        lines={5}
        welsh
      />
    </ConfirmDialog>
  );
}
