import { createContext, type ReactNode, useContext } from 'react';
import type { Texts } from '../../language/texts.ts';
import type { Words } from './words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** The words in the language of the person. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('There are no words here.');
  return words;
}

/** What a person wrote, marked as English where the Welsh is missing, so that a screen reader reads it as such. */
export function Written({ texts }: { readonly texts: Texts }): ReactNode {
  const words = useWords();
  const inEnglish = words.language === 'cy' && (texts.cy ?? '') === '';
  return inEnglish ? <span lang="en">{texts.en}</span> : words.of(texts);
}
