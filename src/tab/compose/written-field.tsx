import type { ReactNode } from 'react';
import type { Language, Texts } from '../../language/texts.ts';
import { TextsField } from '../form/texts-field.tsx';
import { AdviceList } from './advice-list.tsx';
import { type Problems, problemsOfTexts } from './problems.ts';

export interface WrittenFieldProps {
  /** What problems call it, such as `title`. */
  readonly field: string;
  readonly labels: Readonly<Record<Language, string>>;
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
  readonly lines?: number;
  readonly welsh: Welsh;
  readonly problems: Problems;
  readonly required?: boolean;
}

/** Whether Welsh is written here, and whether it must be. */
export interface Welsh {
  readonly shown: boolean;
  readonly required: boolean;
}

/** One text of a broadcast, with what must be mended and what might be better. */
export function WrittenField(props: WrittenFieldProps): ReactNode {
  const { field, labels, texts, onChange, lines = 1, welsh, problems, required = true } = props;
  return (
    <TextsField
      id={field}
      labels={labels}
      texts={texts}
      onChange={onChange}
      required={required}
      welshRequired={required && welsh.required}
      lines={lines}
      welsh={welsh.shown}
      problems={problemsOfTexts(problems, field)}
      below={(language) => <AdviceList texts={texts} language={language} welshWanted={welsh.shown} />}
    />
  );
}
