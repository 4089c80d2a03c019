import type { ResultsFormat } from '../people/person.ts';
import type { FileTexts } from './figure-cells.ts';
import { resultsCsv } from './results-csv.ts';
import { type ResultsFile, resultsFileName } from './results-file.ts';
import { resultsSheets } from './results-sheets.ts';
import { workbook } from './workbook.ts';

/** All that a person may see of the results of a prompt as a whole file, with its name. */
export async function resultsDocument(
  file: ResultsFile,
  format: ResultsFormat,
  texts: FileTexts,
): Promise<{ readonly name: string; readonly content: Uint8Array }> {
  const name = resultsFileName(file.results, format, texts.words);
  const content =
    format === 'xlsx'
      ? await workbook(resultsSheets(file, texts))
      : new TextEncoder().encode([...resultsCsv(file, texts)].join(''));
  return { name, content };
}
