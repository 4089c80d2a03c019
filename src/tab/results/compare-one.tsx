import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson } from '../../api/contract/results.ts';
import { type BarRow, BarRows, type FillName } from '../charts/bar-rows.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { type Compared, type ComparedNumber, numbersOf } from './compared.ts';
import { figuresOf } from './figures.ts';
import { headlineOf, type Measure, measured, measuresOf } from './measures.ts';

export interface CompareOneProps {
  readonly questions: readonly QuestionJson[];
  readonly groups: readonly Compared[];
  readonly all: GroupTallyJson | undefined;
  /** What all of them together are called. */
  readonly allName: string;
  /** What a group is called in the table. */
  readonly groupsName: string;
}

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  question: { flex: '2 1 18rem', maxWidth: '40rem' },
  measure: { flex: '1 1 14rem', maxWidth: '24rem' },
});

/** Compares groups by one number: chooses the question and what of it, and shows a bar for each group. */
export const CompareOne = memo(function CompareOne(props: CompareOneProps): ReactNode {
  const { questions, all } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const [questionId, setQuestionId] = useState(questions[0]?.id ?? '');
  const [chosen, setChosen] = useState<string>();
  const question = questions.find(({ id }) => id === questionId);
  const measures = useMemo(() => (question === undefined ? [] : measuresOf(question, words)), [question, words]);
  const measure = measures.find(({ of }) => of === chosen) ?? (question && headlineOf(question, all, words));
  const shown = useDeferredValue(useMemo(() => ({ question, of: measure?.of }), [question, measure?.of]));
  return (
    <section className={`${look.surface} ${look.stack}`}>
      <h3 className={look.smallHeading}>{words.t('results.compare.one')}</h3>
      <div className={styles.choice}>
        <Field label={words.t('results.compare.question')} className={styles.question}>
          <Select
            value={questionId}
            onChange={(_event, { value }) => {
              setQuestionId(value);
              setChosen(undefined);
            }}
          >
            {questions.map(({ id, text }, index) => (
              <option key={id} value={id}>
                {words.t('results.numbered', { number: index + 1, text: words.of(text) })}
              </option>
            ))}
          </Select>
        </Field>
        {measures.length > 1 ? (
          <Field label={words.t('results.compare.measure')} className={styles.measure}>
            <Select value={measure?.of ?? ''} onChange={(_event, { value }) => setChosen(value)}>
              {measures.map(({ of, label }) => (
                <option key={of} value={of}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ) : undefined}
      </div>
      {shown.question === undefined || shown.of === undefined ? undefined : (
        <Comparison {...props} question={shown.question} of={shown.of} />
      )}
    </section>
  );
});

interface ComparisonProps extends CompareOneProps {
  readonly question: QuestionJson;
  readonly of: string;
}

const Comparison = memo(function Comparison({ question, of, groups, all, allName, groupsName }: ComparisonProps) {
  const look = useLook();
  const words = useWords();
  const { numbers, rows, measure, allNumber } = useMemo(() => {
    const found = measuresOf(question, words).find((each) => each.of === of);
    const sorted = found === undefined ? [] : numbersOf(groups, question, found, words);
    const together = measured(question, { of }, all?.questions[question.id], words);
    const first = together === undefined ? [] : [{ id: '*', name: allName, measured: together }];
    return { numbers: sorted, rows: barsOf([...first, ...sorted], question), measure: found, allNumber: together };
  }, [question, of, groups, all, allName, words]);
  if (measure === undefined || numbers.length === 0) return <p className={look.quiet}>{words.t('results.sentence.none')}</p>;
  return (
    <>
      <p className={`${look.text} ${look.quiet}`}>{sentence(numbers, measure, words)}</p>
      <BarRows rows={rows} total={1} fillNames={fillNamesOf(question, all, words)} />
      <Disclosure summary={words.t('results.compare.table')}>
        {() => (
          <DataTable
            caption={words.t('results.compare.caption', { question: words.of(question.text), measure: measure.label })}
            columns={[
              { id: 'group', label: groupsName },
              { id: 'answered', label: words.t('results.table.people'), number: true },
              { id: 'value', label: measure.label, number: true },
            ]}
            rows={[
              ...(allNumber === undefined ? [] : [{ id: '*', name: allName, measured: allNumber }]),
              ...numbers,
            ].map(({ id, name, measured: { answered, text } }) => ({
              id,
              cells: [name, words.number(answered), text],
            }))}
          />
        )}
      </Disclosure>
    </>
  );
});

function barsOf(
  numbers: readonly Pick<ComparedNumber, 'id' | 'name' | 'measured'>[],
  { kind }: QuestionJson,
): readonly BarRow[] {
  // Comments have no share of anything: the longest bar is the group with most.
  const most = Math.max(...numbers.filter(({ id }) => id !== '*').map(({ measured: { value } }) => value));
  return numbers
    .filter(({ id }) => kind !== 'free-text' || id !== '*')
    .map(({ id, name, measured: { value, text, parts } }) => ({
      id,
      label: name,
      value: text,
      parts:
        kind === 'free-text'
          ? [{ length: most === 0 ? 0 : value / most, fill: 'solid' as const }]
          : parts.map(({ length, fill }) => ({ length, fill })),
    }));
}

/** What the parts of a bar stand for, where there are several. */
function fillNamesOf(question: QuestionJson, all: GroupTallyJson | undefined, words: Words): readonly FillName[] {
  if (question.kind !== 'rows' && question.kind !== 'tagged-items') return [];
  const tally = all?.questions[question.id];
  const figures = tally === undefined ? undefined : figuresOf(question, tally, words);
  return figures?.rows[0]?.parts.map(({ fill, name }) => ({ fill, name })) ?? [];
}

function sentence(numbers: readonly ComparedNumber[], { label }: Measure, words: Words): string {
  const [highest] = numbers;
  const lowest = numbers.at(-1);
  if (highest === undefined || lowest === undefined) return label;
  const named = ({ name, measured: { text } }: ComparedNumber) => ({ name, value: text });
  if (highest.measured.text === lowest.measured.text) {
    return words.t('results.compare.same', { label, value: highest.measured.text });
  }
  return [
    words.t('results.compare.label', { label }),
    words.t('results.compare.highest', named(highest)),
    words.t('results.compare.lowest', named(lowest)),
  ].join(' ');
}
