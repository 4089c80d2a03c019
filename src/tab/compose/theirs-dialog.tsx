import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Draft } from '../../api/contract/broadcasts.ts';
import ContentCard from '../card/content-card.tsx';
import { useAreaName } from '../shell/area-name.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

export interface TheirsDialogProps {
  /** What somebody else saved. */
  readonly draft: Draft;
  readonly onTake: () => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

/** The other version of a draft, to choose between it and one's own. */
export function TheirsDialog({ draft: { content, audience }, onTake, onKeep, onClose }: TheirsDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const areas = audience.areas === 'all' ? words.card('composeForm.everybody') : audience.areas.map(nameOf).join(', ');
  const questions = content.kind === 'prompt' ? content.questions : [];
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.t('compose.conflict.theirsTitle')}</DialogTitle>
          <DialogContent className={look.stack}>
            <p className={look.text}>
              {words.t('compose.conflict.for', { areas: areas === '' ? words.t('compose.conflict.nobody') : areas })}
            </p>
            <ContentCard content={content} />
            {questions.length === 0 ? undefined : (
              <ol>
                {questions.map(({ id, text }) => (
                  <li key={id}>{words.of(text) === '' ? words.card('composeForm.questionEmpty') : words.of(text)}</li>
                ))}
              </ol>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.t('state.cancel')}</Button>
            <Button onClick={onKeep}>{words.t('compose.conflict.mine')}</Button>
            <Button appearance="primary" onClick={onTake}>
              {words.t('compose.conflict.theirs')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
