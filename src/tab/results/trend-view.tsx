import { mergeClasses } from '@fluentui/react-components';
import { ArrowTrending24Regular } from '@fluentui/react-icons';
import { memo, type ReactNode, useMemo } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useRead } from '../api/use-read.ts';
import { useChart } from '../charts/use-chart.ts';
import { useAreaName } from '../shell/area-name.ts';
import { DataTable } from '../shell/data-table.tsx';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { londonDay } from '../words/london-day.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { useMeasureChoice } from './measure-choice.tsx';
import { type Measure, type Measured, measured } from './measures.ts';
import { shortDay, type TimeAsked, timesAsked } from './trend.ts';

export interface TrendViewProps {
  readonly results: ResultsJson;
  readonly area: string | undefined;
}

/** How the answers to the same questions changed from one time of asking to the next. */
export function TrendView({ results, area }: TrendViewProps): ReactNode {
  const { broadcastId } = results;
  const read = useRead('getResults', { broadcastId, ...(area === undefined ? {} : { query: { area } }) });
  if (read.error !== null) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (read.data === undefined) return <Loading lines={5} />;
  return <Trend results={read.data.value} area={area} />;
}

const Trend = memo(function Trend({ results, area }: TrendViewProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const times = useMemo(() => timesAsked(results, area), [results, area]);
  const { questions } = results.prompt;
  const { shown, fields } = useMeasureChoice(questions, times.findLast(({ tally }) => tally !== undefined)?.tally);
  if (results.trend.length === 0) {
    return (
      <Empty
        icon={<ArrowTrending24Regular />}
        title={words.t('results.trend.none.title')}
        text={words.t('results.trend.none.text')}
      />
    );
  }
  const where = area === undefined ? words.t('results.scope.everyArea') : nameOf(area);
  return (
    <section className={look.stack}>
      <h2 className={look.heading}>{words.t('results.trend.title', { where })}</h2>
      <div className={mergeClasses(look.surface, look.stack)}>
        {fields}
        {shown === undefined ? undefined : <TrendOf times={times} question={shown.question} measure={shown.measure} />}
      </div>
    </section>
  );
});

interface TrendOfProps {
  readonly times: readonly TimeAsked[];
  readonly question: QuestionJson;
  readonly measure: Measure;
}

interface TimeMeasured extends TimeAsked {
  readonly measured: Measured | undefined;
}

const TrendOf = memo(function TrendOf({ times, question, measure }: TrendOfProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const Line = useChart('line', () => import('../charts/line.tsx'));
  const { lines, points, places } = useMemo(() => {
    const all = times.map(
      (time): TimeMeasured => ({
        ...time,
        measured: measured(question, measure, time.tally?.questions[question.id], words),
      }),
    );
    return {
      lines: all,
      points: all.flatMap((time, index) =>
        time.measured === undefined ? [] : [{ at: index + 1, value: time.measured.value }],
      ),
      places: all.map(({ closesAt }) => shortDay(closesAt, words)),
    };
  }, [times, question, measure, words]);
  return (
    <>
      <p className={mergeClasses(look.text, look.quiet)}>{sentence(lines, measure, words)}</p>
      {points.length < 2 || Line === undefined ? undefined : (
        <Line points={points} places={places} {...axisOf(question, words)} />
      )}
      <DataTable
        caption={words.t('results.trend.caption', { question: words.of(question.text), measure: measure.label })}
        columns={[
          { id: 'time', label: words.t('results.trend.time') },
          { id: 'answered', label: words.t('results.table.people'), number: true },
          { id: 'value', label: measure.label, number: true },
        ]}
        rows={lines.map(({ broadcastId, number, closesAt, measured: value }) => ({
          id: broadcastId,
          cells: [
            words.t('results.trend.numbered', { number, day: words.day(londonDay(new Date(closesAt))) }),
            value === undefined ? words.t('results.compare.notShown') : words.number(value.answered),
            value?.text ?? words.t('results.compare.notShown'),
          ],
        }))}
      />
    </>
  );
});

/** The upright axis of a kind of question, and how its numbers are written. */
function axisOf({ kind }: QuestionJson, words: Words) {
  switch (kind) {
    case 'scale':
      return { from: 1, to: 5, format: words.decimal };
    case 'tagged-items':
      return { format: words.signed };
    case 'free-text':
      return { from: 0, format: words.number };
    case 'one-choice':
    case 'several-choices':
    case 'rows':
      return { from: 0, to: 1, format: words.percent };
  }
}

function sentence(lines: readonly TimeMeasured[], { label }: Measure, words: Words): string {
  const told = lines.flatMap(({ closesAt, measured: value }) => (value === undefined ? [] : [{ closesAt, value }]));
  const [first] = told;
  const last = told.at(-1);
  if (first === undefined || last === undefined) return words.t('results.sentence.none');
  const key = last.value.text === first.value.text ? 'same' : last.value.value > first.value.value ? 'up' : 'down';
  return words.t(`results.trend.${key}`, {
    label,
    from: first.value.text,
    to: last.value.text,
    since: words.day(londonDay(new Date(first.closesAt))),
  });
}
