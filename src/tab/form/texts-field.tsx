import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Language, languages, type Texts } from '../../language/texts.ts';
import { useWords } from '../words/words-context.tsx';

export interface TextsFieldProps {
  /** Of the English text and of the Welsh one. */
  readonly labels: Readonly<Record<Language, string>>;
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
  /** The English must be written. */
  readonly required?: boolean;
  /** The Welsh must be written, too. */
  readonly welshRequired?: boolean;
  /** How many lines are seen at least; it grows with the text. One line takes no breaks. */
  readonly lines?: number;
  /** The Welsh is asked for, too. */
  readonly welsh: boolean;
  /** Something that must be mended, by language. */
  readonly problems?: Readonly<Partial<Record<Language, string>>>;
  /** What stands below a field, such as advice. */
  readonly below?: (language: Language) => ReactNode;
  /** Of the English field, so that links can lead to it; that of the Welsh one ends with `-cy`. */
  readonly id?: string;
}

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(22rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  one: { minWidth: 0 },
  /** Grows with what is written, so that all of it is in sight. */
  line: { fieldSizing: 'content', height: 'auto', minHeight: '30px', maxHeight: 'none', paddingBlock: '5px' },
  lines: { fieldSizing: 'content', minHeight: '132px', maxHeight: '60vh' },
});

/** One text in English and, where it is wanted, in Welsh. */
export function TextsField(props: TextsFieldProps): ReactNode {
  const styles = useStyles();
  const shown = languages.filter((language) => language === 'en' || props.welsh);
  return (
    <div className={styles.pair}>
      {shown.map((language) => (
        <div key={language} className={styles.one}>
          <OneText {...props} language={language} />
          {props.below?.(language)}
        </div>
      ))}
    </div>
  );
}

function OneText({ language, ...props }: TextsFieldProps & { readonly language: Language }): ReactNode {
  const { labels, texts, onChange, required = false, welshRequired = false, lines = 1, problems, id } = props;
  const styles = useStyles();
  const words = useWords();
  const mustBeWritten = language === 'en' ? required : welshRequired;
  const label = mustBeWritten ? words.card('common.required', { label: labels[language] }) : labels[language];
  const problem = problems?.[language];
  const field = {
    value: texts[language] ?? '',
    lang: language,
    spellCheck: true,
    ...(id === undefined ? {} : { id: language === 'en' ? id : `${id}-cy` }),
  } as const;
  const change = (text: string) => onChange(withText(texts, language, text));
  return (
    <Field label={label} {...(problem === undefined ? {} : { validationState: 'error', validationMessage: problem })}>
      <Textarea
        {...field}
        rows={lines}
        textarea={{ className: lines === 1 ? styles.line : styles.lines }}
        onChange={(_event, { value }) => change(lines === 1 ? value.replace(/\s*\n\s*/g, ' ') : value)}
      />
    </Field>
  );
}

/** The texts with one of them changed; a Welsh text that is empty is none. */
export function withText({ en, cy }: Texts, language: Language, text: string): Texts {
  if (language === 'en') return cy === undefined ? { en: text } : { en: text, cy };
  return text === '' ? { en } : { en, cy: text };
}
