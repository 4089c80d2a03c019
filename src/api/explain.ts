import type { CardTexts } from '../cards/card-texts.ts';
import type { Explain } from '../http/problem.ts';

/** Says what went wrong in the words of the cards. */
export function createExplain(texts: CardTexts): Explain {
  return (code, facts, language) => {
    const words = texts.in(language);
    return `${words.t(`error.${code}.title`, facts)}. ${words.t(`error.${code}.text`, facts)}`;
  };
}
