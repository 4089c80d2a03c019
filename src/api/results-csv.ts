import { readResultsFile, resultsFileName } from '../files/results-file.ts';
import { resultsRows } from '../files/results-rows.ts';
import type { Cell } from '../files/sheet.ts';
import { byteOrderMark, csvRow } from './csv.ts';
import type { Handler } from './handler.ts';

/** What the caller may see of the results of a prompt, in their language, as one table. */
export const downloadResultsCsv: Handler<'downloadResultsCsv'> = async (services, { person, params }) => {
  const file = await readResultsFile(services, person, params.broadcastId);
  const words = services.texts.in(person.language);
  return {
    contentType: 'text/csv; charset=utf-8',
    fileName: resultsFileName(file.results, 'csv', words),
    chunks: written(resultsRows(file, { words, areas: services.areas })),
  };
};

async function* written(rows: Iterable<readonly Cell[]>): AsyncGenerator<string> {
  let mark = byteOrderMark;
  for (const row of rows) {
    yield mark + csvRow(row.map((cell) => (typeof cell === 'number' ? rounded(cell) : (cell ?? ''))));
    mark = '';
  }
}

/** To a thousandth, which is a tenth of a percent of a share. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
