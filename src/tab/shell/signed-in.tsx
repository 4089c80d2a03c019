import { type ReactNode, useEffect, useState } from 'react';
import { createApi } from '../api/api.ts';
import { ApiProvider } from '../api/api-context.tsx';
import { useRead } from '../api/use-read.ts';
import { useHost } from '../host/host-context.tsx';
import { loadWords, type Words } from '../words/words.ts';
import { useWords, WordsProvider } from '../words/words-context.tsx';
import { Failure } from './failure.tsx';
import { LoadingPage } from './loading.tsx';
import { useLook } from './look.ts';
import { MeProvider } from './me-context.tsx';

export interface SpokenProps {
  /** The words in the language of the person's Teams, until their own choice is known. */
  readonly words: Words;
  readonly children: ReactNode;
}

/** Finds out who is here, and goes on in their language. */
export function SignedIn({ words: first, children }: SpokenProps): ReactNode {
  const host = useHost();
  const [words, setWords] = useState(first);
  const [api] = useState(() => createApi({ token: host.token, language: () => document.documentElement.lang }));
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  return (
    <ApiProvider value={api}>
      <WordsProvider value={words}>
        <Known speak={setWords}>{children}</Known>
      </WordsProvider>
    </ApiProvider>
  );
}

function Known({ speak, children }: { readonly speak: (words: Words) => void; readonly children: ReactNode }) {
  const look = useLook();
  const host = useHost();
  const words = useWords();
  const me = useRead('getMe', {});
  const areas = useRead('listAreas', {});
  const language = me.data?.value.language;
  useEffect(() => {
    if (language !== undefined && language !== words.language) loadWords(language).then(speak, reportError);
  }, [language, words, speak]);
  const settled = me.isSuccess || me.isError;
  useEffect(() => {
    if (settled) host.ready();
  }, [settled, host]);

  const error = me.error ?? areas.error;
  if (error !== null) {
    return (
      <main className={look.lonely}>
        <h1 className={look.unseen}>{words.t('product')}</h1>
        <Failure error={error} retry={() => void Promise.all([me.refetch(), areas.refetch()])} />
      </main>
    );
  }
  if (me.data === undefined || areas.data === undefined || language !== words.language) {
    return (
      <main className={look.lonely} aria-busy="true">
        <h1 className={look.unseen}>{words.t('product')}</h1>
        <LoadingPage />
      </main>
    );
  }
  return <MeProvider value={{ me: me.data.value, areas: areas.data.value.areas }}>{children}</MeProvider>;
}
