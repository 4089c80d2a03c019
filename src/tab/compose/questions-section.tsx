import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular, ArrowUndo20Regular, Library20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { most } from '../../broadcasts/content-problems.ts';
import { Section } from '../form/section.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { focusLater } from './focus-later.ts';
import { headOf, type Problems } from './problems.ts';
import { QuestionBankDialog } from './question-bank-dialog.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { emptyQuestion, moved, numbered } from './questions.ts';
import type { Welsh } from './written-field.tsx';

const removedId = 'question-removed';

const useStyles = makeStyles({
  removed: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    ':focus': { outlineStyle: 'none' },
  },
});

export interface QuestionsSectionProps {
  readonly questions: readonly QuestionJson[];
  readonly welsh: Welsh;
  readonly problems: Problems;
  /** The id of the question that is open, if one is. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  /** `step` names what was changed. */
  readonly onChange: (questions: QuestionJson[], step: string) => void;
}

interface Removed {
  readonly index: number;
  readonly before: readonly QuestionJson[];
  readonly after: readonly QuestionJson[];
}

/** The questions of a prompt, in their order. */
export function QuestionsSection(props: QuestionsSectionProps): ReactNode {
  const { questions, welsh, problems, open, onOpen, onChange } = props;
  const look = useLook();
  const words = useWords();
  const [choosing, setChoosing] = useState(false);
  const [removed, setRemoved] = useState<Removed>();
  const full = questions.length >= most.questions;
  const add = (question: QuestionJson) => {
    const id = `q${questions.length + 1}`;
    onChange(numbered([...questions, question]), 'add question');
    onOpen(id);
    focusLater(`${id}.text`, headOf(id));
  };
  const remove = (index: number) => {
    const after = numbered(questions.toSpliced(index, 1));
    setRemoved({ index, before: questions, after });
    onChange(after, 'remove question');
    onOpen(undefined);
    focusLater(removedId);
  };
  const putBack = ({ index, before }: Removed) => {
    onChange([...before], 'put question back');
    focusLater(headOf(`q${index + 1}`));
  };
  // Once anything of the questions is changed, putting it back would undo that as well.
  const justRemoved = removed?.after === questions ? removed : undefined;
  const notice = <RemovedNotice removed={justRemoved} onUndo={putBack} />;
  return (
    <Section id="questions" title={words.card('composeForm.questions')} problem={problems.get('questions')}>
      {questions.length === 0 ? <p className={look.quiet}>{words.t('compose.question.none')}</p> : undefined}
      {questions.flatMap((question, index) => [
        justRemoved?.index === index ? <div key="removed">{notice}</div> : undefined,
        <QuestionEditor
          key={question.id}
          question={question}
          index={index}
          count={questions.length}
          open={open === question.id}
          onOpen={(opens) => onOpen(opens ? question.id : undefined)}
          welsh={welsh}
          problems={problems}
          onChange={(changed) => onChange(questions.with(index, changed), question.id)}
          onMove={(by) => {
            const id = `q${index + 1 + by}`;
            onChange(moved(questions, index, by), 'move question');
            if (open !== undefined) onOpen(open === question.id ? id : open === id ? question.id : open);
            focusLater(`${id}-${by === -1 ? 'up' : 'down'}`);
          }}
          onRemove={() => remove(index)}
        />,
      ])}
      {justRemoved?.index === questions.length ? notice : undefined}
      <div className={look.row}>
        <Button icon={<Add20Regular />} disabledFocusable={full} onClick={() => add(emptyQuestion())}>
          {words.card('composeForm.addQuestion')}
        </Button>
        <Button icon={<Library20Regular />} disabledFocusable={full} onClick={() => setChoosing(true)}>
          {words.t('compose.bank.open')}
        </Button>
      </div>
      {full ? <p className={look.quiet}>{words.t('compose.question.full')}</p> : undefined}
      {choosing ? <QuestionBankDialog onChoose={add} onClose={() => setChoosing(false)} /> : undefined}
    </Section>
  );
}

interface RemovedNoticeProps {
  readonly removed: Removed | undefined;
  readonly onUndo: (removed: Removed) => void;
}

function RemovedNotice({ removed, onUndo }: RemovedNoticeProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (removed === undefined) return undefined;
  return (
    <div id={removedId} tabIndex={-1} className={styles.removed}>
      {words.t('compose.question.removed', { number: words.number(removed.index + 1) })}
      <Button icon={<ArrowUndo20Regular />} onClick={() => onUndo(removed)}>
        {words.t('compose.undo')}
      </Button>
    </div>
  );
}
