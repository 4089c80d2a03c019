import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useId, useMemo } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { QuestionTallyJson } from '../../api/contract/results.ts';
import { type BarRow, BarRows } from '../charts/bar-rows.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords, Written } from '../words/words-context.tsx';
import { type FigureRow, figuresOf } from './figures.ts';
import { QuestionTable } from './question-table.tsx';
import { sentenceOf } from './sentence.ts';

export interface QuestionSectionProps {
  /** From 1. */
  readonly number: number;
  readonly question: QuestionJson;
  readonly tally: QuestionTallyJson;
  /** Goes to the comments; absent where there are none of this group alone. */
  readonly onComments?: (() => void) | undefined;
}

const useStyles = makeStyles({
  // Sections out of sight are neither laid out nor drawn.
  section: { contentVisibility: 'auto', containIntrinsicSize: 'auto 320px' },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  sentence: { paddingTop: tokens.spacingVerticalXS },
  chart: { paddingTop: tokens.spacingVerticalXS },
});

/** What a group answered to a question: in a sentence, as a chart and as a table. */
export const QuestionSection = memo(function QuestionSection(props: QuestionSectionProps): ReactNode {
  const { number, question, tally, onComments } = props;
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const figures = useMemo(() => figuresOf(question, tally, words), [question, tally, words]);
  const rows = useMemo(() => figures?.rows.map((row) => barOf(row, words)) ?? [], [figures, words]);
  if (figures === undefined) return undefined;
  const drawn = figures.answered > 0 && rows.length > 0;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack, styles.section)}>
      <div>
        <h3 id={headingId} className={look.smallHeading}>
          <span className={styles.number}>{number}.</span> <Written texts={question.text} />
        </h3>
        <p className={mergeClasses(look.text, look.quiet, styles.sentence)}>{sentenceOf(question, figures, words)}</p>
      </div>
      {drawn ? (
        <>
          <div className={styles.chart}>
            <BarRows rows={rows} total={1} />
          </div>
          <Disclosure summary={words.t('results.table.show', { number })}>
            {() => <QuestionTable question={question} figures={figures} />}
          </Disclosure>
        </>
      ) : undefined}
      {onComments !== undefined && figures.answered > 0 ? (
        <div>
          <Button onClick={onComments}>{words.t('results.readComments')}</Button>
        </div>
      ) : undefined}
    </section>
  );
});

function barOf({ id, label, count, share, parts, net }: FigureRow, words: Words): BarRow {
  if (parts.length === 0) {
    const value = words.card('results.countAndShare', { number: words.number(count), percent: words.percent(share) });
    return { id, label, value, parts: [{ length: share, fill: 'solid' }] };
  }
  const value = net === undefined ? '' : words.t('results.net', { net: words.signed(net) });
  return {
    id,
    label,
    value: count === 0 ? words.card('results.nobodyHere') : value,
    parts: parts.map(({ name, count: part, fill }) => ({
      length: count === 0 ? 0 : part / count,
      fill,
      text: words.t('results.partShare', {
        name,
        number: words.number(part),
        percent: words.percent(count === 0 ? 0 : part / count),
      }),
    })),
  };
}
