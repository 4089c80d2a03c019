import { type Figure, resultsTable } from '../insight/results-table.ts';
import { commentCells, commentColumns } from './comment-cells.ts';
import { type FigureTexts, type FileTexts, figureCells, figureColumns } from './figure-cells.ts';
import type { ResultsFile } from './results-file.ts';
import type { Sheet } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** All that a person may see of the results of a prompt, as the sheets of a workbook. */
export function resultsSheets({ results, comments }: ResultsFile, fileTexts: FileTexts): readonly Sheet[] {
  const texts = { ...fileTexts, questions: results.prompt.questions };
  const { largest, within, earlier } = resultsTable(results);
  return [
    summarySheet(results, texts.words),
    figureSheet('questions', largest, texts),
    figureSheet('groups', within, texts),
    ...(earlier.length === 0 ? [] : [figureSheet('earlier', earlier, texts)]),
    {
      name: texts.words.t('resultsFile.sheets.comments'),
      columns: commentColumns(results, texts.words),
      rows: comments.map((comment) => commentCells(results, comment, texts)),
    },
  ];
}

function figureSheet(name: 'questions' | 'groups' | 'earlier', figures: readonly Figure[], texts: FigureTexts): Sheet {
  return {
    name: texts.words.t(`resultsFile.sheets.${name}`),
    columns: figureColumns(texts.words),
    rows: figures.map((figure) => figureCells(figure, texts)),
  };
}
