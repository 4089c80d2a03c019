import { resultsTable } from '../insight/results-table.ts';
import {
  areaText,
  type FigureTexts,
  type FileTexts,
  figureCells,
  figureColumns,
  inColumns,
  questionCells,
} from './figure-cells.ts';
import type { FileComment, ResultsFile } from './results-file.ts';
import type { Cell } from './sheet.ts';

/** All that a person may see of the results of a prompt as one table, the headings first. */
export function* resultsRows({ results, comments }: ResultsFile, fileTexts: FileTexts): Generator<readonly Cell[]> {
  const texts = { ...fileTexts, questions: results.prompt.questions };
  const { words } = texts;
  const more = results.prompt.privacy === 'named' ? (['name', 'comment'] as const) : (['comment'] as const);
  const empty = more.map(() => undefined);
  yield [
    ...figureColumns(words).map(({ heading }) => heading),
    ...more.map((name) => words.t(`resultsFile.columns.${name}`)),
  ];
  for (const what of ['asked', 'reached'] as const) {
    yield [...inColumns({ what: words.t(`resultsFile.what.${what}`), count: results[what] }), ...empty];
  }
  const { largest, within, earlier } = resultsTable(results);
  for (const figure of [...largest, ...within, ...earlier]) yield [...figureCells(figure, texts), ...empty];
  for (const each of comments) {
    const written = { name: each.name, comment: each.comment.text };
    yield [...commentRow(each, texts), ...more.map((column) => written[column])];
  }
}

function commentRow({ question, comment }: FileComment, texts: FigureTexts): readonly Cell[] {
  return inColumns({
    what: texts.words.t('resultsFile.what.comment'),
    area: comment.area && areaText(comment.area, texts),
    ...questionCells(question, texts),
  });
}
