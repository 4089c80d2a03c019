import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo } from 'react';
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
import { useMeasureChoice } from './measure-choice.tsx';
import { type Measure, measured } from './measures.ts';

export interface CompareOneProps {
  readonly questions: readonly QuestionJson[];
  readonly groups: readonly Compared[];
  readonly all: GroupTallyJson | undefined;
  /** What all of them together are called. */
  readonly allName: string;
  /** What a group is called in the table. */
  readonly groupsName: string;
}

/** Compares groups by one number: chooses the question and what of it, and shows a bar for each group. */
export const CompareOne = memo(function CompareOne(props: CompareOneProps): ReactNode {
  const { questions, groups, all } = props;
  const look = useLook();
  const words = useWords();
  const { shown, fields } = useMeasureChoice(questions, all ?? groups.find(({ tally }) => tally !== undefined)?.tally);
  return (
    <section className={mergeClasses(look.surface, look.stack)}>
      <h3 className={look.smallHeading}>{words.t('results.compare.one')}</h3>
      {fields}
      {shown === undefined ? undefined : <Comparison {...props} question={shown.question} measure={shown.measure} />}
    </section>
  );
});

/** Stands for all groups together. */
const allId = '*';

interface ComparisonProps extends CompareOneProps {
  readonly question: QuestionJson;
  readonly measure: Measure;
}

const Comparison = memo(function Comparison(props: ComparisonProps): ReactNode {
  const { question, measure, groups, all, allName, groupsName } = props;
  const look = useLook();
  const words = useWords();
  const { numbers, lines, rows } = useMemo(() => {
    const sorted = numbersOf(groups, question, measure, words);
    const together = measured(question, measure, all?.questions[question.id], words);
    const withAll = [...(together === undefined ? [] : [{ id: allId, name: allName, measured: together }]), ...sorted];
    return { numbers: sorted, lines: withAll, rows: barsOf(withAll, question) };
  }, [question, measure, groups, all, allName, words]);
  if (numbers.length === 0) return <p className={look.quiet}>{words.t('results.sentence.none')}</p>;
  return (
    <>
      <p className={mergeClasses(look.text, look.quiet)}>{sentence(numbers, measure, words)}</p>
      <BarRows rows={rows} total={1} fillNames={fillNamesOf(question, numbers[0]?.tally, words)} />
      <Disclosure summary={words.t('results.compare.table')}>
        {() => (
          <DataTable
            caption={words.t('results.compare.caption', { question: words.of(question.text), measure: measure.label })}
            columns={[
              { id: 'group', label: groupsName },
              { id: 'answered', label: words.t('results.table.people'), number: true },
              { id: 'value', label: measure.label, number: true },
            ]}
            rows={lines.map(({ id, name, measured: { answered, text } }) => ({
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
  const most = Math.max(...numbers.filter(({ id }) => id !== allId).map(({ measured: { value } }) => value));
  return numbers
    .filter(({ id }) => kind !== 'free-text' || id !== allId)
    .map(({ id, name, measured: { value, text, parts } }) => ({
      id,
      label: id === allId ? <strong>{name}</strong> : name,
      value: text,
      parts:
        kind === 'free-text'
          ? [{ length: most === 0 ? 0 : value / most, fill: 'solid' as const }]
          : parts.map(({ length, fill }) => ({ length, fill })),
    }));
}

/** What the parts of a bar stand for, where there are several. */
function fillNamesOf(question: QuestionJson, of: GroupTallyJson | undefined, words: Words): readonly FillName[] {
  if (question.kind !== 'rows' && question.kind !== 'tagged-items') return [];
  const tally = of?.questions[question.id];
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
