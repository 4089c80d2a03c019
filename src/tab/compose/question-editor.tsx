import { Button, Checkbox, Field, makeStyles, mergeClasses, Select, Tooltip, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular, Delete20Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { questionKinds } from '../../broadcasts/question.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { OptionsEditor } from './options-editor.tsx';
import type { Problems } from './problems.ts';
import { withKind } from './questions.ts';
import { type Welsh, WrittenField } from './written-field.tsx';

const useStyles = makeStyles({
  question: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
    minWidth: 0,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  title: { marginInlineEnd: 'auto' },
  kind: { maxWidth: '20rem' },
});

export interface QuestionEditorProps {
  readonly question: QuestionJson;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly welsh: Welsh;
  readonly problems: Problems;
  readonly onChange: (question: QuestionJson) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One question of a prompt. */
export function QuestionEditor(props: QuestionEditorProps): ReactNode {
  const { question, index, count, welsh, problems, onChange, onMove, onRemove } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const number = words.number(index + 1);
  const field = question.id;
  return (
    <section
      aria-label={words.card('composeForm.question', { number })}
      className={mergeClasses(styles.question, look.stack)}
    >
      <div className={styles.head}>
        <h3 className={mergeClasses(look.smallHeading, styles.title)}>
          {words.card('composeForm.question', { number })}
        </h3>
        <Small
          id={`${field}-up`}
          label={words.t('compose.question.up', { number })}
          icon={<ArrowUp20Regular />}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <Small
          id={`${field}-down`}
          label={words.t('compose.question.down', { number })}
          icon={<ArrowDown20Regular />}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <Small
          id={`${field}-remove`}
          label={words.t('compose.question.remove', { number })}
          icon={<Delete20Regular />}
          onClick={onRemove}
        />
      </div>
      <WrittenField
        field={`${field}.text`}
        labels={{
          en: words.card('composeForm.questionEn', { number }),
          cy: words.card('composeForm.questionCy', { number }),
        }}
        texts={question.text}
        onChange={(text) => onChange({ ...question, text })}
        welsh={welsh}
        problems={problems}
      />
      <Field label={words.card('composeForm.questionKind', { number })} className={styles.kind}>
        <Select
          value={question.kind}
          onChange={(_event, { value }) => {
            const kind = questionKinds.find((each) => each === value);
            if (kind !== undefined) onChange(withKind(question, kind));
          }}
        >
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.card(`questionKind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Answers {...props} />
      <Checkbox
        label={words.t('compose.question.required')}
        checked={question.required}
        onChange={(_event, { checked }) => onChange({ ...question, required: checked === true })}
      />
    </section>
  );
}

function Answers({ question, index, welsh, problems, onChange }: QuestionEditorProps): ReactNode {
  const words = useWords();
  if (question.kind === 'free-text') return undefined;
  if (question.kind !== 'scale') return <OptionsEditor {...{ question, index, welsh, problems, onChange }} />;
  const end = (name: 'lowest' | 'highest') => (
    <WrittenField
      field={`${question.id}.${name}`}
      labels={{ en: words.t(`compose.question.${name}.en`), cy: words.t(`compose.question.${name}.cy`) }}
      texts={question[name]}
      onChange={(texts) => onChange({ ...question, [name]: texts })}
      welsh={welsh}
      problems={problems}
    />
  );
  return (
    <div id={`${question.id}.options`} tabIndex={-1}>
      {end('lowest')}
      {end('highest')}
    </div>
  );
}

interface SmallProps {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactElement;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Small({ id, label, icon, disabled = false, onClick }: SmallProps): ReactNode {
  return (
    <Tooltip content={label} relationship="label">
      <Button id={id} appearance="subtle" icon={icon} disabledFocusable={disabled} onClick={onClick} />
    </Tooltip>
  );
}
