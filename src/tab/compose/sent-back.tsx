import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useWords } from '../words/words-context.tsx';

/** Why a roadmap owner did not approve the draft. */
export function SentBack({ broadcast: { sentBack } }: { readonly broadcast: BroadcastJson }): ReactNode {
  const words = useWords();
  if (sentBack === undefined) return undefined;
  const { at, because, byName } = sentBack;
  const moment = words.moment(at);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {byName === undefined
            ? words.t('compose.sentBack.title', { moment })
            : words.t('compose.sentBack.titleWithName', { name: byName, moment })}
        </MessageBarTitle>
        {words.t('compose.sentBack.because', { because })}
      </MessageBarBody>
    </MessageBar>
  );
}
