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
import { useWords } from '../words/words-context.tsx';
import { Failure } from './failure.tsx';
import { useLook } from './look.ts';
import { useFocusBack } from './use-focus-back.ts';

export interface ConfirmDialogProps {
  readonly open: boolean;
  /** A question that names what will happen. */
  readonly title: string;
  /** What follows from it. */
  readonly children: ReactNode;
  /** What is done, as a verb. */
  readonly confirm: string;
  /** It is being done. */
  readonly pending: boolean;
  /** Why it could not be done, when it was tried. */
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that others notice; stays open until it is done. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { open, title, children, confirm, pending, error, onConfirm, onClose } = props;
  const words = useWords();
  const look = useLook();
  useFocusBack(open);
  return (
    <Dialog
      open={open}
      modalType="alert"
      onOpenChange={(_event, data) => (data.open || pending ? undefined : onClose())}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={look.stack}>
            {children}
            {error === undefined || error === null ? undefined : <Failure error={error} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" disabledFocusable={pending} onClick={onClose}>
              {words.t('state.cancel')}
            </Button>
            <Button appearance="primary" disabledFocusable={pending} onClick={onConfirm}>
              {pending ? words.t('state.underWay') : confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
