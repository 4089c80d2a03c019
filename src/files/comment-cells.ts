import type { Words } from '../cards/card-texts.ts';
import type { Results } from '../insight/results.ts';
import { areaText, type FigureTexts, questionCells } from './figure-cells.ts';
import type { FileComment } from './results-file.ts';
import type { Cell, Column } from './sheet.ts';

const columns = [
  { name: 'number', width: 10 },
  { name: 'question', width: 50 },
  { name: 'area', width: 24 },
  { name: 'name', width: 24 },
  { name: 'comment', width: 90 },
] as const;

/** The columns of a table of comments, in the order of the cells of {@link commentCells}; names only where promised. */
export function commentColumns(results: Results, words: Words): readonly Column[] {
  return shownColumns(results).map(({ name, width }) => ({ heading: words.t(`resultsFile.columns.${name}`), width }));
}

/** One comment as a row. */
export function commentCells(
  results: Results,
  { question, comment, name }: FileComment,
  texts: FigureTexts,
): readonly Cell[] {
  const cells: Readonly<Record<(typeof columns)[number]['name'], Cell>> = {
    ...questionCells(question, texts),
    area: comment.area && areaText(comment.area, texts),
    name,
    comment: comment.text,
  };
  return shownColumns(results).map((column) => cells[column.name]);
}

function shownColumns({ prompt }: Results) {
  return columns.filter(({ name }) => name !== 'name' || prompt.privacy === 'named');
}
