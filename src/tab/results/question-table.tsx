import { memo, type ReactNode } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import { type Column, DataTable, type TableRow } from '../shell/data-table.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import type { FigureRow, Figures } from './figures.ts';

export interface QuestionTableProps {
  readonly question: QuestionJson;
  readonly figures: Figures;
}

/** The figures of a question as a table. */
export const QuestionTable = memo(function QuestionTable({ question, figures }: QuestionTableProps): ReactNode {
  const words = useWords();
  const [first] = figures.rows;
  if (first === undefined) return undefined;
  const { columns, rows } =
    first.parts.length === 0 ? choiceTable(figures, words) : partsTable(question, figures.rows, first, words);
  const caption = words.t('results.table.caption', { question: words.of(question.text) });
  return <DataTable caption={caption} captionUnseen columns={columns} rows={rows} />;
});

interface TableParts {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

function choiceTable({ rows }: Figures, words: Words): TableParts {
  return {
    columns: [
      { id: 'answer', label: words.t('results.table.answer') },
      { id: 'people', label: words.t('results.table.people'), number: true },
      { id: 'share', label: words.t('results.table.share'), number: true },
    ],
    rows: rows.map(({ id, label, count, share }) => ({
      id,
      cells: [label, words.number(count), words.percent(share)],
    })),
  };
}

function partsTable(
  { kind }: QuestionJson,
  rows: readonly FigureRow[],
  { parts }: FigureRow,
  words: Words,
): TableParts {
  const hasNet = kind === 'tagged-items';
  return {
    columns: [
      { id: 'row', label: words.t(hasNet ? 'results.table.idea' : 'results.table.statement') },
      ...parts.map(({ name }) => ({ id: name, label: name, number: true })),
      ...(hasNet ? [{ id: 'net', label: words.t('results.table.net'), number: true }] : []),
    ],
    rows: rows.map(({ id, label, parts: counted, net }) => ({
      id,
      cells: [
        label,
        ...counted.map(({ count }) => words.number(count)),
        ...(net === undefined ? [] : [words.signed(net)]),
      ],
    })),
  };
}
