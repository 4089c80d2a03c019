import { byteOrderMark, csvRow } from './csv.ts';
import type { FileTexts } from './figure-cells.ts';
import type { ResultsFile } from './results-file.ts';
import { resultsRows } from './results-rows.ts';

/** All that a person may see of the results of a prompt as a CSV file, row by row. */
export function* resultsCsv(file: ResultsFile, texts: FileTexts): Generator<string> {
  let mark = byteOrderMark;
  for (const row of resultsRows(file, texts)) {
    yield mark + csvRow(row.map((cell) => (typeof cell === 'number' ? rounded(cell) : (cell ?? ''))));
    mark = '';
  }
}

/** To a thousandth, which is a tenth of a percent of a share. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
