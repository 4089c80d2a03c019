import type { ReactNode } from 'react';
import type { ContentJson } from '../../api/contract/content.ts';
import { privacyPromises, type Recurrence, recurrences } from '../../broadcasts/broadcast.ts';
import { OneOf } from '../form/choice-fields.tsx';
import { DeadlineField } from '../form/deadline-field.tsx';
import { Section } from '../form/section.tsx';
import { useWords } from '../words/words-context.tsx';
import type { Problems } from './problems.ts';

export interface AnswersSectionProps {
  readonly content: Extract<ContentJson, { kind: 'prompt' }>;
  /** `step` names what was changed. */
  readonly onChange: (content: ContentJson, step: string) => void;
  readonly every: Recurrence | 'once';
  readonly onEvery: (every: Recurrence | 'once') => void;
  readonly problems: Problems;
}

/** What is promised to those who answer, how long they have, and how often they are asked. */
export function AnswersSection({ content, onChange, every, onEvery, problems }: AnswersSectionProps): ReactNode {
  const words = useWords();
  return (
    <Section title={words.t('compose.answers')}>
      <OneOf
        label={words.card('composeForm.privacy')}
        choices={privacyPromises.map((value) => ({ value, label: words.t(`compose.privacy.${value}`) }))}
        value={content.privacy}
        onChange={(privacy) => onChange({ ...content, privacy }, 'privacy')}
      />
      <DeadlineField
        deadline={content.deadline}
        onChange={(deadline) => onChange({ ...content, deadline: { ...deadline } }, 'deadline')}
        problem={problems.get('deadline.date')}
      />
      <OneOf
        label={words.card('composeForm.every')}
        choices={(['once', ...recurrences] as const).map((value) => ({
          value,
          label: words.card(`composeForm.repeats.${value}`),
        }))}
        value={every}
        onChange={onEvery}
      />
    </Section>
  );
}
