import PQueue from 'p-queue';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Words } from '../cards/card-texts.ts';
import type { RunId } from '../delivery/delivery.ts';
import { type ReportLine, reportLines } from '../delivery/report.ts';
import { ProductError } from '../errors/product-error.ts';
import { byteOrderMark, csvRow } from '../files/csv.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { ApiServices } from './api-services.ts';
import type { Handler } from './handler.ts';
import { readWithRun } from './read-with-run.ts';
import { reportCells, reportHeadings } from './report-rows.ts';

const linesAtOnce = 50;
const namesAtOnce = 20;

/**
 * What became of every recipient, in the caller's language; in the first pass unless another is asked for. Throws
 * AudienceNotReady while not all recipients are known, since the report would leave out the others, and RecordsRemoved
 * once they are no longer kept.
 */
export const downloadReport: Handler<'downloadReport'> = async (services, { person, params, query }) => {
  const { run = 'send' } = query;
  const broadcast = await readWithRun(services.broadcasts, person, params.broadcastId, run);
  if (broadcast.cleared !== undefined) throw new ProductError('RecordsRemoved');
  if (broadcast.plan?.complete !== true) throw new ProductError('AudienceNotReady');
  return {
    contentType: 'text/csv; charset=utf-8',
    fileName: `report-${broadcast.id}${run === 'send' ? '' : `-${run}`}.csv`,
    chunks: reportChunks(services, broadcast, run, broadcast.plan.recipients, services.texts.in(person.language)),
  };
};

/** A few lines at a time, so that memory does not grow with the audience. Throws at the end when somebody is missing. */
async function* reportChunks(
  { deliveries, people, areas }: ApiServices,
  { id }: Broadcast,
  run: RunId,
  recipients: number,
  words: Words,
): AsyncGenerator<string> {
  yield byteOrderMark + csvRow(reportHeadings(words));
  let told = 0;
  for await (const lines of inParts(reportLines(deliveries, id, run), linesAtOnce)) {
    const names = await namesOf(people, lines);
    yield lines.map((line, index) => csvRow(reportCells(line, names[index] ?? '', areas, words))).join('');
    told += lines.length;
  }
  if (told !== recipients) throw new Error(`The report of ${id} has ${told} of ${recipients} recipients`);
}

async function* inParts<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let part: T[] = [];
  for await (const value of values) {
    part.push(value);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The names of the recipients as they are now; empty for somebody who has left the directory. */
function namesOf(people: PeopleStore, lines: readonly ReportLine[]): Promise<string[]> {
  const queue = new PQueue({ concurrency: namesAtOnce });
  return queue.addAll(
    lines.map(
      ({ personId }) =>
        async () =>
          (await people.get(personId))?.value.name ?? '',
    ),
  );
}
