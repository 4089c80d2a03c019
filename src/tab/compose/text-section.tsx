import { Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ContentJson } from '../../api/contract/content.ts';
import { Section } from '../form/section.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { ItemField } from './item-field.tsx';
import type { Problems } from './problems.ts';
import { type Welsh, WrittenField } from './written-field.tsx';

export interface TextSectionProps {
  readonly content: ContentJson;
  /** `step` names what was changed. */
  readonly onChange: (content: ContentJson, step: string) => void;
  readonly welsh: Welsh;
  readonly onWelsh: (wanted: boolean) => void;
  readonly problems: Problems;
}

/** What people read: the title and the text, in one language or both. */
export function TextSection({ content, onChange, welsh, onWelsh, problems }: TextSectionProps): ReactNode {
  const look = useLook();
  const words = useWords();
  return (
    <Section title={words.t('compose.text')}>
      <p className={look.quiet}>{words.card('composeForm.noNames')}</p>
      {welsh.required ? (
        <p className={look.text}>{words.t('compose.welsh.required')}</p>
      ) : (
        <Switch
          checked={welsh.shown}
          label={words.t('compose.welsh.optional')}
          onChange={(_event, { checked }) => onWelsh(checked)}
        />
      )}
      <WrittenField
        field="title"
        labels={{ en: words.card('composeForm.titleEn'), cy: words.card('composeForm.titleCy') }}
        texts={content.title}
        onChange={(title) => onChange({ ...content, title }, 'title')}
        welsh={welsh}
        problems={problems}
      />
      <WrittenField
        field="body"
        labels={{ en: words.card('composeForm.bodyEn'), cy: words.card('composeForm.bodyCy') }}
        texts={content.body}
        onChange={(body) => onChange({ ...content, body }, 'body')}
        lines={6}
        welsh={welsh}
        problems={problems}
      />
      <ItemField
        itemId={content.itemId ?? ''}
        onChange={(itemId) => {
          const { itemId: _before, ...rest } = content;
          onChange(itemId === '' ? rest : { ...rest, itemId }, 'item');
        }}
      />
    </Section>
  );
}
