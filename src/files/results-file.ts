import PQueue from 'p-queue';
import type { Words } from '../cards/card-texts.ts';
import { everyComment, type QuestionComment } from '../insight/every-comment.ts';
import { type ResultsPorts, readResults } from '../insight/read-results.ts';
import type { Results } from '../insight/results.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Person } from '../people/person.ts';

/** A comment, with who wrote it in a named prompt. */
export interface FileComment extends QuestionComment {
  readonly name?: string;
}

/** What a file of results is made of: nothing but what the reader may see of them. */
export interface ResultsFile {
  readonly results: Results;
  readonly comments: readonly FileComment[];
}

export interface ResultsFilePorts {
  readonly results: ResultsPorts;
  readonly people: Pick<PeopleStore, 'get'>;
}

const namesAtOnce = 20;

/**
 * Reads what a file of results is made of. Throws LeadsOnly, PromptUnknown, and AreaNotAsked for a lead none of whose
 * areas was asked.
 */
export async function readResultsFile(
  ports: ResultsFilePorts,
  reader: Person,
  broadcastId: string,
): Promise<ResultsFile> {
  const results = await readResults(ports.results, reader, broadcastId);
  const comments = await everyComment(ports.results, reader, results);
  const names = await namesOf(ports.people, comments);
  return {
    results,
    comments: comments.map((each) => {
      const name = each.comment.personId && names.get(each.comment.personId);
      return name === undefined ? each : { ...each, name };
    }),
  };
}

/** What the file is called: letters, digits and hyphens, in the reader's language. */
export function resultsFileName({ broadcastId }: Pick<Results, 'broadcastId'>, ending: string, words: Words): string {
  return `${words.t('resultsFile.name')}-${broadcastId}.${ending}`;
}

/** By person id; without those who have left the directory or have no name there. */
async function namesOf(
  people: ResultsFilePorts['people'],
  comments: readonly QuestionComment[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(comments.flatMap(({ comment: { personId } }) => (personId === undefined ? [] : [personId])));
  const queue = new PQueue({ concurrency: namesAtOnce });
  const found = await queue.addAll([...ids].map((id) => async () => [id, (await people.get(id))?.value.name] as const));
  return new Map(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
