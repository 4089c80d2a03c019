import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowSort16Regular, ArrowUp16Regular } from '@fluentui/react-icons';
import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson } from '../../api/contract/results.ts';
import { type Column, DataTable, type TableRow } from '../shell/data-table.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import type { Compared } from './compared.ts';
import { headlineOf, type Measured, measured } from './measures.ts';

export interface CompareAllProps {
  readonly questions: readonly QuestionJson[];
  readonly groups: readonly Compared[];
  readonly all: GroupTallyJson | undefined;
  readonly allName: string;
  readonly groupsName: string;
}

type Direction = 'ascending' | 'descending';

interface Sorting {
  /** The id of a question, or `answered`. */
  readonly by: string;
  readonly direction: Direction;
}

interface Line extends Compared {
  /** By the id of a question. */
  readonly numbers: Readonly<Record<string, Measured | undefined>>;
}

/** Every question side by side, by the number that says most about each. */
export const CompareAll = memo(function CompareAll(props: CompareAllProps): ReactNode {
  const { questions, groups, all, allName, groupsName } = props;
  const look = useLook();
  const words = useWords();
  const [sorting, setSorting] = useState<Sorting>();
  const shownSorting = useDeferredValue(sorting);
  const headlines = useMemo(
    () =>
      questions.flatMap((question) => {
        const measure = headlineOf(question, all ?? groups.find(({ tally }) => tally !== undefined)?.tally, words);
        return measure === undefined ? [] : [{ question, measure }];
      }),
    [questions, groups, all, words],
  );
  const lines = useMemo(() => {
    const lineOf = (group: Compared): Line => ({
      ...group,
      numbers: Object.fromEntries(
        headlines.map(({ question, measure }) => [
          question.id,
          measured(question, measure, group.tally?.questions[question.id], words),
        ]),
      ),
    });
    return {
      all: all === undefined ? [] : [lineOf({ id: '*', name: allName, tally: all })],
      groups: groups.map(lineOf),
    };
  }, [headlines, groups, all, allName, words]);
  const rows = useMemo((): readonly TableRow[] => {
    const none = words.t('results.compare.notShown');
    return [...lines.all, ...sorted(lines.groups, shownSorting)].map(({ id, name, tally, numbers }) => ({
      id,
      cells: [
        name,
        tally === undefined ? words.card('results.areaTooSmall') : words.number(tally.respondents),
        ...headlines.map(({ question }) => numbers[question.id]?.text ?? none),
      ],
    }));
  }, [lines, shownSorting, headlines, words]);

  const sorter = (by: string, label: ReactNode): ReactNode => (
    <SortButton
      direction={sorting?.by === by ? sorting.direction : undefined}
      onSort={(direction) => setSorting({ by, direction })}
    >
      {label}
    </SortButton>
  );
  const columns: readonly Column[] = [
    { id: 'group', label: groupsName },
    {
      id: 'answered',
      number: true,
      sorted: sorting?.by === 'answered' ? sorting.direction : undefined,
      label: sorter('answered', words.t('results.table.people')),
    },
    ...headlines.map(({ question, measure }) => ({
      id: question.id,
      number: true,
      sorted: sorting?.by === question.id ? sorting.direction : undefined,
      label: sorter(
        question.id,
        <Heading number={questions.indexOf(question) + 1} text={words.of(question.text)} measure={measure.label} />,
      ),
    })),
  ];
  return (
    <section className={mergeClasses(look.surface, look.stack)}>
      <div>
        <h3 className={look.smallHeading}>{words.t('results.compare.all')}</h3>
        <p className={mergeClasses(look.text, look.quiet)}>{words.t('results.compare.allHow')}</p>
      </div>
      <DataTable caption={words.t('results.compare.all')} captionUnseen wide columns={columns} rows={rows} />
    </section>
  );
});

/** What has no number comes last, whichever way the others are sorted. */
function sorted(lines: readonly Line[], sorting: Sorting | undefined): readonly Line[] {
  if (sorting === undefined) return lines;
  const numberIn = ({ tally, numbers }: Line) =>
    sorting.by === 'answered' ? tally?.respondents : numbers[sorting.by]?.value;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return lines.toSorted((one, other) => {
    const [first, second] = [numberIn(one), numberIn(other)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return sign * (first - second);
  });
}

const useStyles = makeStyles({
  sort: {
    display: 'inline-flex',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
    padding: '2px 4px',
    margin: '-2px -4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    textAlign: 'end',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  mark: { flexShrink: 0 },
  heading: { display: 'block', width: '8rem' },
  clamped: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflowWrap: 'anywhere',
  },
  measure: { fontWeight: tokens.fontWeightRegular },
});

interface SortButtonProps {
  /** How it is sorted by this now; absent when it is not. */
  readonly direction: Direction | undefined;
  readonly onSort: (direction: Direction) => void;
  readonly children: ReactNode;
}

function SortButton({ direction, onSort, children }: SortButtonProps): ReactNode {
  const styles = useStyles();
  const Mark = { ascending: ArrowUp16Regular, descending: ArrowDown16Regular, none: ArrowSort16Regular }[
    direction ?? 'none'
  ];
  return (
    <button
      type="button"
      className={styles.sort}
      onClick={() => onSort(direction === 'descending' ? 'ascending' : 'descending')}
    >
      <span>{children}</span>
      <Mark aria-hidden="true" className={styles.mark} />
    </button>
  );
}

interface HeadingProps {
  readonly number: number;
  readonly text: string;
  readonly measure: string;
}

function Heading({ number, text, measure }: HeadingProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <span className={styles.heading}>
      <span className={styles.clamped}>{words.t('results.numbered', { number, text })}</span>
      <span className={mergeClasses(styles.clamped, styles.measure)}>{measure}</span>
    </span>
  );
}
