import type { Language, Texts } from '../../language/texts.ts';

/** What might make a text easier to read. It advises; nothing of it stands in the way of sending. */
export type Advice =
  | {
      readonly kind: 'long-sentence' /** How many words it has. */;
      readonly words: number /** Its first words. */;
      readonly start: string;
    }
  | { readonly kind: 'welsh-missing' };

/** One rule of good writing: what it finds in a text. */
type Rule = (text: string, language: Language) => readonly Advice[];

/** https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/ */
export const mostWords = 25;

/** So many words of a sentence are enough to find it. */
const startWords = 5;

/** Every rule for a text by itself. */
const rules: readonly Rule[] = [longSentences];

/** What might be better in one language of a text that somebody wrote. */
export function adviceOn(texts: Texts, language: Language, welshWanted: boolean): readonly Advice[] {
  const text = texts[language] ?? '';
  if (language === 'cy' && text.trim() === '') {
    return welshWanted && texts.en.trim() !== '' ? [{ kind: 'welsh-missing' }] : [];
  }
  return rules.flatMap((rule) => rule(text, language));
}

/** Sentences that most people have to read twice. A line break ends a sentence, too. */
function longSentences(text: string, language: Language): readonly Advice[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)])
    .flatMap(({ segment }): readonly Advice[] => {
      const words = segment.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
      if (words.length <= mostWords) return [];
      return [{ kind: 'long-sentence', words: words.length, start: words.slice(0, startWords).join(' ') }];
    });
}
