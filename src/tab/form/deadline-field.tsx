import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Deadline } from '../../time/deadline.ts';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  part: { flex: '0 1 12rem' },
});

export interface DeadlineFieldProps {
  readonly deadline: Deadline;
  readonly onChange: (deadline: Deadline) => void;
  /** What must be mended. */
  readonly problem?: string | undefined;
}

/** The last day to answer and the time on it, in London. */
export function DeadlineField({ deadline, onChange, problem }: DeadlineFieldProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.row}>
      <Field
        label={words.card('common.required', { label: words.card('composeForm.deadlineDate') })}
        className={styles.part}
        {...(problem === undefined ? {} : { validationState: 'error', validationMessage: problem })}
      >
        <Input
          id="deadline"
          type="date"
          value={deadline.date}
          onChange={(_event, { value }) => onChange({ ...deadline, date: value })}
        />
      </Field>
      <Field
        label={words.card('common.required', { label: words.card('composeForm.deadlineTime') })}
        className={styles.part}
      >
        <Input
          type="time"
          value={deadline.time}
          onChange={(_event, { value }) => onChange({ ...deadline, time: value })}
        />
      </Field>
    </div>
  );
}
