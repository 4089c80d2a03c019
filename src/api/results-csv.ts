import { resultsCsv } from '../files/results-csv.ts';
import { readResultsFile, resultsFileName } from '../files/results-file.ts';
import type { Handler } from './handler.ts';

/** What the caller may see of the results of a prompt, in their language, as one table. */
export const downloadResultsCsv: Handler<'downloadResultsCsv'> = async (services, { person, params }) => {
  const file = await readResultsFile(services, person, params.broadcastId);
  const words = services.texts.in(person.language);
  return {
    contentType: 'text/csv; charset=utf-8',
    fileName: resultsFileName(file.results, 'csv', words),
    chunks: written(resultsCsv(file, { words, areas: services.areas })),
  };
};

async function* written(rows: Iterable<string>): AsyncGenerator<string> {
  yield* rows;
}
