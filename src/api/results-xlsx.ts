import { readResultsFile, resultsFileName } from '../files/results-file.ts';
import { resultsSheets } from '../files/results-sheets.ts';
import { workbook, workbookType } from '../files/workbook.ts';
import type { Handler } from './handler.ts';

/** What the caller may see of the results of a prompt, in their language, as an Excel workbook. */
export const downloadResultsXlsx: Handler<'downloadResultsXlsx'> = async (services, { person, params }) => {
  const file = await readResultsFile(services, person, params.broadcastId);
  const words = services.texts.in(person.language);
  const content = await workbook(resultsSheets(file, { words, areas: services.areas }));
  return {
    contentType: workbookType,
    fileName: resultsFileName(file.results, 'xlsx', words),
    chunks: once(content),
  };
};

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
