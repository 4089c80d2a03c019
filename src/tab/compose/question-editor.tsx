import { Checkbox, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { questionKinds } from '../../broadcasts/question.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { type Problems, problemsOfQuestion } from './problems.ts';
import { QuestionHead, type QuestionHeadProps } from './question-head.tsx';
import { asksPlace, withKind } from './questions.ts';
import { type Welsh, WrittenField } from './written-field.tsx';

const useStyles = makeStyles({
  question: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  open: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
  },
  kind: { maxWidth: '20rem', gridTemplateColumns: 'minmax(0, 1fr)' },
});

export interface QuestionEditorProps extends Omit<QuestionHeadProps, 'bodyId' | 'wrong'> {
  readonly welsh: Welsh;
  readonly problems: Problems;
  readonly onChange: (question: QuestionJson) => void;
}

/** One question of a prompt, folded unless it is being written. */
export function QuestionEditor(props: QuestionEditorProps): ReactNode {
  const { question, index, open, problems } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const bodyId = useId();
  return (
    <section
      aria-label={words.card('composeForm.question', { number: words.number(index + 1) })}
      className={mergeClasses(styles.question, look.stack, open && styles.open)}
    >
      <QuestionHead {...props} bodyId={bodyId} wrong={problemsOfQuestion(problems, question.id)} />
      {open ? (
        <div id={bodyId} className={look.stack}>
          {asksPlace(question) ? <p className={look.quiet}>{words.card('composeForm.asksPlace')}</p> : undefined}
          {asksPlace(question) ? undefined : <Wording {...props} />}
          <Checkbox
            label={words.t('compose.question.required')}
            checked={question.required}
            onChange={(_event, { checked }) => props.onChange({ ...question, required: checked === true })}
          />
        </div>
      ) : undefined}
    </section>
  );
}

function Wording({ question, index, welsh, problems, onChange }: QuestionEditorProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const number = words.number(index + 1);
  return (
    <>
      <WrittenField
        field={`${question.id}.text`}
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
      <Answers {...{ question, index, welsh, problems, onChange }} />
    </>
  );
}

type AnswersProps = Pick<QuestionEditorProps, 'question' | 'index' | 'welsh' | 'problems' | 'onChange'>;

function Answers({ question, index, welsh, problems, onChange }: AnswersProps): ReactNode {
  const look = useLook();
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
    <div id={`${question.id}.options`} tabIndex={-1} className={look.stack}>
      {end('lowest')}
      {end('highest')}
    </div>
  );
}
