import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Failure } from '../shell/failure.tsx';
import { useWords } from '../words/words-context.tsx';
import type { SavingProps } from './saving-status.tsx';
import { TheirsDialog } from './theirs-dialog.tsx';

/** Where it is said that the draft is not saved, so that the focus can go there. */
export const savingTroubleId = 'saving-trouble';

/** Says when somebody else changed the draft, or when the server does not take it, and lets the author decide. */
export function SavingTrouble({ session, state }: SavingProps): ReactNode {
  const words = useWords();
  const [looking, setLooking] = useState(false);
  const { saving, theirs, error, news } = state;
  if (saving === 'refused') {
    return (
      <div id={savingTroubleId} tabIndex={-1}>
        <Failure error={error} retry={session.retry} />
      </div>
    );
  }
  if (saving === 'conflict' && theirs !== undefined) {
    const choose = (act: () => void) => () => {
      setLooking(false);
      act();
    };
    return (
      <div id={savingTroubleId} tabIndex={-1}>
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{words.t('compose.conflict.title')}</MessageBarTitle>
            {words.t('compose.conflict.text')}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setLooking(true)}>{words.t('compose.conflict.look')}</Button>
            <Button onClick={session.keepMine}>{words.t('compose.conflict.mine')}</Button>
          </MessageBarActions>
        </MessageBar>
        {looking ? (
          <TheirsDialog
            draft={theirs.draft}
            onTake={choose(session.takeTheirs)}
            onKeep={choose(session.keepMine)}
            onClose={() => setLooking(false)}
          />
        ) : undefined}
      </div>
    );
  }
  if (news === undefined) return undefined;
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{words.t(`compose.news.${news}.title`)}</MessageBarTitle>
        {words.t(`compose.news.${news}.text`)}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={session.undo}>{words.t('compose.undo')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
