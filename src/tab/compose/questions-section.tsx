import { Button } from '@fluentui/react-components';
import { Add20Regular, Library20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { most } from '../../broadcasts/content-problems.ts';
import { Section } from '../form/section.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { Problems } from './problems.ts';
import { QuestionBankDialog } from './question-bank-dialog.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { emptyQuestion, moved, numbered } from './questions.ts';
import type { Welsh } from './written-field.tsx';

export interface QuestionsSectionProps {
  readonly questions: readonly QuestionJson[];
  readonly welsh: Welsh;
  readonly problems: Problems;
  /** `step` names what was changed. */
  readonly onChange: (questions: QuestionJson[], step: string) => void;
}

/** The questions of a prompt, in their order. */
export function QuestionsSection({ questions, welsh, problems, onChange }: QuestionsSectionProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const [choosing, setChoosing] = useState(false);
  const add = (question: QuestionJson) => onChange(numbered([...questions, question]), 'add question');
  const full = questions.length >= most.questions;
  return (
    <Section id="questions" title={words.card('composeForm.questions')} problem={problems.get('questions')}>
      {questions.length === 0 ? <p className={look.quiet}>{words.t('compose.question.none')}</p> : undefined}
      {questions.map((question, index) => (
        <QuestionEditor
          key={question.id}
          question={question}
          index={index}
          count={questions.length}
          welsh={welsh}
          problems={problems}
          onChange={(changed) => onChange(questions.with(index, changed), question.id)}
          onMove={(by) => {
            onChange(moved(questions, index, by), 'move question');
            focusLater(`q${index + 1 + by}-${by === -1 ? 'up' : 'down'}`);
          }}
          onRemove={() => {
            onChange(numbered(questions.toSpliced(index, 1)), 'remove question');
            focusLater('questions');
          }}
        />
      ))}
      <div className={look.row}>
        <Button icon={<Add20Regular />} disabledFocusable={full} onClick={() => add(emptyQuestion())}>
          {words.card('composeForm.addQuestion')}
        </Button>
        <Button icon={<Library20Regular />} disabledFocusable={full} onClick={() => setChoosing(true)}>
          {words.t('compose.bank.open')}
        </Button>
      </div>
      {choosing ? <QuestionBankDialog onChoose={add} onClose={() => setChoosing(false)} /> : undefined}
    </Section>
  );
}

/** What was moved keeps the focus, once it is there. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
