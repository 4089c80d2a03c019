import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { precisions, quarters, seasons, withPrecision } from './rough-date-parts.ts';

export interface RoughDateFieldProps {
  readonly label: string;
  readonly date: RoughDate;
  readonly onChange: (date: RoughDate) => void;
}

const useStyles = makeStyles({
  parts: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, paddingBottom: tokens.spacingVerticalXXS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'flex-end' },
  part: { minWidth: '8rem' },
});

/** A date, no more precise than it is known: first how precise, then only the parts that are. */
export function RoughDateField({ label, date, onChange }: RoughDateFieldProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const shownId = useId();
  return (
    <fieldset className={styles.parts} aria-describedby={shownId}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        <Field label={words.t('roughDate.precision')} className={styles.part}>
          <Select
            value={date.precision}
            onChange={(_event, { value }) => {
              const precision = precisions.find((each) => each === value);
              if (precision !== undefined) onChange(withPrecision(date, precision));
            }}
          >
            {precisions.map((precision) => (
              <option key={precision} value={precision}>
                {words.t(`roughDate.precisions.${precision}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Parts date={date} onChange={onChange} />
      </div>
      <p id={shownId} className={look.quiet}>
        {words.t('roughDate.shown', { when: words.rough(date) })}
      </p>
    </fieldset>
  );
}

function Parts({ date, onChange }: Pick<RoughDateFieldProps, 'date' | 'onChange'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  if (date.precision === 'unknown') return undefined;
  if (date.precision === 'day') {
    return (
      <Field label={words.t('roughDate.day')} className={styles.part}>
        <Input
          type="date"
          value={date.day}
          onChange={(_event, { value }) => value !== '' && onChange({ precision: 'day', day: value })}
        />
      </Field>
    );
  }
  return (
    <>
      {date.precision === 'month' ? (
        <Field label={words.t('roughDate.month')} className={styles.part}>
          <Select value={date.month} onChange={(_event, { value }) => onChange({ ...date, month: Number(value) })}>
            {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
              <option key={month} value={month}>
                {words.rough({ precision: 'month', year: date.year, month }).replace(/ \d{4}$/, '')}
              </option>
            ))}
          </Select>
        </Field>
      ) : undefined}
      {date.precision === 'season' ? (
        <Field label={words.t('roughDate.season')} className={styles.part}>
          <Select
            value={date.season}
            onChange={(_event, { value }) => {
              const season = seasons.find((each) => each === value);
              if (season !== undefined) onChange({ ...date, season });
            }}
          >
            {seasons.map((season) => (
              <option key={season} value={season}>
                {words.rough({ precision: 'season', year: date.year, season }).replace(/ \d{4}$/, '')}
              </option>
            ))}
          </Select>
        </Field>
      ) : undefined}
      {date.precision === 'quarter' ? (
        <Field label={words.t('roughDate.quarter')} className={styles.part}>
          <Select
            value={date.quarter}
            onChange={(_event, { value }) => {
              const quarter = quarters.find((each) => each === Number(value));
              if (quarter !== undefined) onChange({ ...date, quarter });
            }}
          >
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter}>
                {words.quarterMonths({ precision: 'quarter', year: date.year, quarter })}
              </option>
            ))}
          </Select>
        </Field>
      ) : undefined}
      <Field
        label={words.t(date.precision === 'quarter' ? 'roughDate.financialYear' : 'roughDate.year')}
        className={styles.part}
      >
        <Input
          type="number"
          min={2000}
          max={2100}
          value={String(date.year)}
          onChange={(_event, { value }) => onChange({ ...date, year: Number(value) })}
        />
      </Field>
    </>
  );
}
