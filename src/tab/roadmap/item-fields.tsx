import { Field, Input, makeStyles, Select, Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { itemKinds, maturities, objectives } from '../../roadmap/roadmap-item.ts';
import { OneOf, SeveralOf } from '../form/choice-fields.tsx';
import { RoughDateField } from '../form/rough-date-field.tsx';
import { Section } from '../form/section.tsx';
import { TextsField } from '../form/texts-field.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import type { ItemForm, RequiredField } from './item-form.ts';
import { MaturitySign } from './maturity-sign.tsx';

export interface ItemFieldsProps {
  readonly form: ItemForm;
  readonly onChange: (form: ItemForm) => void;
  /** What must be filled in, once saving was tried. */
  readonly missing: readonly RequiredField[];
}

type TextName = {
  [K in keyof ItemForm]: ItemForm[K] extends { readonly en: string } ? K : never;
}[keyof ItemForm];

const useStyles = makeStyles({
  // No wider than its form, however long an option is.
  short: { maxWidth: '22rem', gridTemplateColumns: 'minmax(0, 1fr)' },
  within: { minWidth: 0 },
});

/** All that the roadmap owner writes of an item. */
export function ItemFields(props: ItemFieldsProps): ReactNode {
  const look = useLook();
  return (
    <div className={look.stack}>
      <WhatItIs {...props} />
      <WhatComesOfIt {...props} />
      <Contract {...props} />
      <More {...props} />
    </div>
  );
}

function WhatItIs({ form, onChange, missing }: ItemFieldsProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const areas = useAreas();
  return (
    <Section title={words.t('roadmap.form.what')}>
      <Written name="title" required {...{ form, onChange, missing }} />
      <Written name="summary" required lines={4} {...{ form, onChange, missing }} />
      <Field label={words.t('roadmap.kind')} className={styles.short}>
        <Select
          className={styles.within}
          value={form.kind}
          onChange={(_event, { value }) => {
            const kind = itemKinds.find((each) => each === value);
            if (kind !== undefined) onChange({ ...form, kind });
          }}
        >
          {itemKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.card(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <OneOf
        label={words.card('item.maturity')}
        choices={maturities.map((value) => ({ value, label: <MaturitySign maturity={value} /> }))}
        value={form.maturity}
        onChange={(maturity) => onChange({ ...form, maturity })}
      />
      <SeveralOf
        label={words.card('item.objectives')}
        choices={objectives.map((value) => ({ value, label: words.card(`objective.${value}`) }))}
        values={form.objectives}
        onChange={(chosen) => onChange({ ...form, objectives: [...chosen] })}
      />
      <OneOf
        label={words.card('item.approach')}
        choices={(['strategic', 'tactical'] as const).map((value) => ({ value, label: words.card(`item.${value}`) }))}
        value={form.approach}
        onChange={(approach) => onChange({ ...form, approach })}
      />
      <SeveralOf
        label={words.t('roadmap.form.areas')}
        choices={areas.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))}
        values={form.areas}
        onChange={(chosen) => onChange({ ...form, areas: chosen })}
      />
      <OneOf
        label={words.t('roadmap.visibility')}
        choices={(['internal', 'publishable'] as const).map((value) => ({
          value,
          label: words.t(`roadmap.visibilities.${value}`),
        }))}
        value={form.visibility}
        onChange={(visibility) => onChange({ ...form, visibility })}
      />
    </Section>
  );
}

function WhatComesOfIt({ form, onChange, missing }: ItemFieldsProps): ReactNode {
  const words = useWords();
  return (
    <Section title={words.card('item.outcome')}>
      <Written name="outcomeText" required lines={2} {...{ form, onChange, missing }} />
      <RoughDateField
        label={words.card('item.when')}
        date={form.outcomeWhen}
        onChange={(outcomeWhen) => onChange({ ...form, outcomeWhen })}
      />
    </Section>
  );
}

function Contract({ form, onChange, missing }: ItemFieldsProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const expiresMissing = missing.includes('expires');
  return (
    <Section title={words.card('item.contract')}>
      <Switch
        checked={form.hasContract}
        label={words.t('roadmap.form.hasContract')}
        onChange={(_event, { checked }) => onChange({ ...form, hasContract: checked })}
      />
      {form.hasContract ? (
        <>
          <Written name="contract" required {...{ form, onChange, missing }} />
          <Field
            label={words.card('common.required', { label: words.t('roadmap.form.expires') })}
            hint={words.t('roadmap.form.expiresHint')}
            className={styles.short}
            {...(expiresMissing
              ? { validationState: 'error', validationMessage: words.card('contentProblem.missing') }
              : {})}
          >
            <Input
              type="date"
              id="expires"
              value={form.expires}
              onChange={(_event, { value }) => onChange({ ...form, expires: value })}
            />
          </Field>
          <RoughDateField
            label={words.t('roadmap.form.nextStarts')}
            date={form.nextStarts}
            onChange={(nextStarts) => onChange({ ...form, nextStarts })}
          />
          <Written name="extensionOptions" {...{ form, onChange, missing }} />
        </>
      ) : undefined}
    </Section>
  );
}

function More({ form, onChange, missing }: ItemFieldsProps): ReactNode {
  const words = useWords();
  return (
    <Section title={words.t('roadmap.form.more')}>
      <Written name="dependsOn" lines={2} {...{ form, onChange, missing }} />
      <Written name="risk" lines={3} {...{ form, onChange, missing }} />
      <Written name="victimsAndWitnesses" lines={3} {...{ form, onChange, missing }} />
    </Section>
  );
}

interface WrittenProps extends ItemFieldsProps {
  readonly name: TextName;
  readonly required?: boolean;
  readonly lines?: number;
}

function Written({ name, form, onChange, missing, required = false, lines = 1 }: WrittenProps): ReactNode {
  const words = useWords();
  const isMissing = missing.some((field) => field === name);
  return (
    <TextsField
      id={name}
      labels={{ en: words.t(`roadmap.form.${name}.en`), cy: words.t(`roadmap.form.${name}.cy`) }}
      texts={form[name]}
      onChange={(texts) => onChange({ ...form, [name]: texts })}
      required={required}
      lines={lines}
      welsh
      {...(isMissing ? { problems: { en: words.card('contentProblem.missing') } } : {})}
    />
  );
}
