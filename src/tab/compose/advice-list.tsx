import { makeStyles, tokens } from '@fluentui/react-components';
import { Lightbulb16Regular } from '@fluentui/react-icons';
import { type ReactNode, useDeferredValue } from 'react';
import type { Language, Texts } from '../../language/texts.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { type Advice, adviceOn, mostWords } from './advice.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: `${tokens.spacingVerticalXS} 0 0` },
  advice: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0 },
});

export interface AdviceListProps {
  readonly texts: Texts;
  readonly language: Language;
  readonly welshWanted: boolean;
}

/** What might make a text easier to read, below it. */
export function AdviceList({ texts, language, welshWanted }: AdviceListProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const settled = useDeferredValue(texts);
  const found = adviceOn(settled, language, welshWanted);
  if (found.length === 0) return undefined;
  return (
    <ul className={styles.list} aria-label={words.t('compose.advice.label')}>
      {found.map((advice) => (
        <li key={keyOf(advice)} className={styles.advice}>
          <Lightbulb16Regular aria-hidden="true" className={styles.icon} />
          {sentenceOf(advice, words)}
        </li>
      ))}
    </ul>
  );
}

function keyOf(advice: Advice): string {
  return advice.kind === 'long-sentence' ? advice.start : advice.kind;
}

function sentenceOf(advice: Advice, words: Words): string {
  switch (advice.kind) {
    case 'long-sentence':
      return words.t('compose.advice.longSentence', {
        start: advice.start,
        words: words.number(advice.words),
        most: words.number(mostWords),
      });
    case 'welsh-missing':
      return words.t('compose.advice.welshMissing');
  }
}
