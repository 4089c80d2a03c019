import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  Checkmark16Regular,
  CloudOff16Regular,
  CloudSync16Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { DraftSession, DraftState } from './draft-state.ts';
import { undoKeys } from './undo-keys.ts';
import { keepsOnDevice } from './use-draft-session.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  buttons: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS },
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
});

const icons = {
  saved: Checkmark16Regular,
  unsaved: CloudSync16Regular,
  saving: CloudSync16Regular,
  lost: CloudOff16Regular,
  conflict: Warning16Regular,
  refused: Warning16Regular,
} as const;

export interface SavingProps {
  readonly session: DraftSession;
  readonly state: DraftState;
}

/** Whether what is written is saved, and the way back. */
export function SavingStatus({ session, state }: SavingProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { saving, canUndo, canRedo } = state;
  const Icon = icons[saving];
  const text = words.t(`compose.saving.${saving === 'lost' && !keepsOnDevice() ? 'lostHere' : saving}`);
  const keys = undoKeys();
  return (
    <div className={styles.bar}>
      <span className={styles.status}>
        <Icon aria-hidden="true" />
        {text}
      </span>
      {/* Whoever writes is not told each time that it is saved, only when it cannot be, and when it is again. */}
      <span role="status" className={look.unseen}>
        {saving === 'lost' ? text : undefined}
      </span>
      <span className={styles.buttons}>
        <Tooltip
          content={words.t('compose.withKeys', { what: words.t('compose.undo'), keys: keys.undo })}
          relationship="label"
        >
          <Button
            appearance="subtle"
            icon={<ArrowUndo20Regular />}
            disabledFocusable={!canUndo}
            onClick={session.undo}
          />
        </Tooltip>
        <Tooltip
          content={words.t('compose.withKeys', { what: words.t('compose.redo'), keys: keys.redo })}
          relationship="label"
        >
          <Button
            appearance="subtle"
            icon={<ArrowRedo20Regular />}
            disabledFocusable={!canRedo}
            onClick={session.redo}
          />
        </Tooltip>
      </span>
    </div>
  );
}
