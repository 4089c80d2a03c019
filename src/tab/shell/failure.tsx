import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ApiProblem, ConnectionLost } from '../api/api-failure.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';

export interface FailureProps {
  readonly error: unknown;
  /** Tries the same again; absent where that cannot help. */
  readonly retry?: (() => void) | undefined;
}

/** Says what went wrong and what to do, in sentences. */
export function Failure({ error, retry }: FailureProps): ReactNode {
  const words = useWords();
  const { title, text } = sentencesOf(error, words);
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      {retry === undefined ? undefined : (
        <MessageBarActions>
          <Button onClick={retry}>{words.t('state.tryAgain')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What went wrong, in one heading and a text. */
export function sentencesOf(error: unknown, words: Words): { readonly title: string; readonly text: string } {
  if (error instanceof ConnectionLost) return { title: words.t('state.lost.title'), text: words.t('state.lost.text') };
  const reference = error instanceof ApiProblem && error.status >= 500 ? error.correlationId : undefined;
  const more = reference === undefined ? '' : ` ${words.card('error.Unexpected.reference', { reference })}`;
  if (error instanceof ApiProblem && error.detail !== undefined) {
    const [, title = error.detail, text = ''] = /^([^.]+)\. (.*)$/s.exec(error.detail) ?? [];
    return { title, text: `${text}${more}` };
  }
  return { title: words.card('error.Unexpected.title'), text: `${words.card('error.Unexpected.text')}${more}` };
}
