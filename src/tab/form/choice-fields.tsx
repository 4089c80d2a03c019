import { Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useLook } from '../shell/look.ts';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string | ReactElement;
}

export interface OneOfProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  several: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(13rem, 100%), 1fr))',
    alignItems: 'start',
  },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One of a few choices, all of them in sight. */
export function OneOf<T extends string>({ label, choices, value, onChange, hint }: OneOfProps<T>): ReactNode {
  const styles = useStyles();
  const labelId = useId();
  const hintId = useId();
  return (
    <div>
      <div id={labelId}>{label}</div>
      {hint === undefined ? undefined : (
        <div id={hintId} className={styles.hint}>
          {hint}
        </div>
      )}
      <RadioGroup
        aria-labelledby={labelId}
        {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        value={value ?? ''}
        onChange={(_event, data) => {
          const chosen = choices.find((each) => each.value === data.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </RadioGroup>
    </div>
  );
}

export interface SeveralOfProps<T extends string> {
  readonly label: string;
  readonly labelUnseen?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of some choices, kept in the order of the choices. */
export function SeveralOf<T extends string>(props: SeveralOfProps<T>): ReactNode {
  const { label, labelUnseen = false, choices, values, onChange } = props;
  const styles = useStyles();
  const look = useLook();
  return (
    <fieldset className={styles.group}>
      <legend className={labelUnseen ? look.unseen : styles.legend}>{label}</legend>
      <div className={styles.several}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            checked={values.includes(choice.value)}
            onChange={(_event, { checked }) => {
              const wanted = (each: T) => (each === choice.value ? checked === true : values.includes(each));
              onChange(choices.map((each) => each.value).filter(wanted));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
