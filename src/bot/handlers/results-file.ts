import type { ActionData } from '../../cards/actions.ts';
import { resultsDocument } from '../../files/results-document.ts';
import { type ResultsFile, readResultsFile } from '../../files/results-file.ts';
import type { ResultsFormat } from '../../people/person.ts';
import { offerFile } from '../offer-file.ts';
import type { KnownTurn, Reply } from '../turn.ts';
import { replyWithResults } from './results.ts';

/** Offers what a lead may see of results as a file in the chat, and shows the results as before, with a note. */
export async function offerResultsFile(turn: KnownTurn, data: ActionData<'results.file'>): Promise<Reply> {
  const { broadcastId, as: format } = data;
  const { words } = turn;
  const { file, name, content } = await resultsFileFor(turn, broadcastId, format);
  const title = words.of(file.results.prompt.title);
  const description = words.t('results.fileDescription', { title });
  const isOffered = await offerFile(turn, { kind: 'results', broadcastId, format }, { name, description, content });
  return replyWithResults(turn, data, words.t(isOffered ? 'results.fileOffered' : 'results.fileNotOffered'));
}

/** Throws LeadsOnly, PromptUnknown, and AreaNotAsked for a lead none of whose areas was asked. */
export async function resultsFileFor(
  { services, person, words }: KnownTurn,
  broadcastId: string,
  format: ResultsFormat,
): Promise<{ readonly file: ResultsFile; readonly name: string; readonly content: Uint8Array }> {
  const file = await readResultsFile(services, person, broadcastId);
  return { file, ...(await resultsDocument(file, format, { words, areas: services.areas })) };
}
