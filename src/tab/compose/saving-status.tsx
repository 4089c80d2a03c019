import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  Checkmark16Regular,
  CloudOff16Regular,
  CloudSync16Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Failure } from '../shell/failure.tsx';
import { useWords } from '../words/words-context.tsx';
import type { DraftSession, DraftState } from './draft-session.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
});

export interface SavingProps {
  readonly session: DraftSession;
  readonly state: DraftState;
}

/** Whether what is written is saved, and the way back. */
export function SavingStatus({ session, state }: SavingProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const Icon = { saved: Checkmark16Regular, lost: CloudOff16Regular }[state.saving as string] ?? CloudSync16Regular;
  return (
    <div className={styles.bar}>
      <span role="status" className={styles.status}>
        <Icon aria-hidden="true" />
        {words.t(`compose.saving.${state.saving}`)}
      </span>
      <Tooltip content={words.t('compose.undo')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          disabledFocusable={!state.canUndo}
          onClick={session.undo}
        />
      </Tooltip>
      <Tooltip content={words.t('compose.redo')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowRedo20Regular />}
          disabledFocusable={!state.canRedo}
          onClick={session.redo}
        />
      </Tooltip>
    </div>
  );
}

/** Says when somebody else changed the draft, or when the server does not take it, and lets the author decide. */
export function SavingTrouble({ session, state }: SavingProps): ReactNode {
  const words = useWords();
  if (state.saving === 'refused') return <Failure error={state.error} retry={session.retry} />;
  if (state.saving !== 'conflict') return undefined;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{words.t('compose.conflict.title')}</MessageBarTitle>
        {words.t('compose.conflict.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={session.keepMine}>{words.t('compose.conflict.mine')}</Button>
        <Button onClick={session.takeTheirs}>{words.t('compose.conflict.theirs')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
