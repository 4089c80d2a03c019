import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import { ulid } from 'ulid';
import { ProductError } from '../../errors/product-error.ts';
import { changeStored } from '../../storage/versioned.ts';
import type { Clock } from '../../time/clock.ts';
import type { AreaList } from '../areas.ts';
import { everyPerson } from '../every-person.ts';
import type { PeopleAudit } from '../people-audit.ts';
import type { PeopleStore } from '../people-store.ts';
import type { Person } from '../person.ts';
import type { DirectoryRow } from './directory-row.ts';
import { fieldChanges, type ImportPlan, newPerson, type PersonChange, planImport, withRow } from './plan-import.ts';
import { type DirectoryFile, readDirectory } from './read-directory.ts';

export interface ImportPorts {
  readonly people: PeopleStore;
  readonly audit: PeopleAudit;
  readonly areas: AreaList;
  readonly clock: Clock;
}

export interface DryRun extends ImportPlan {
  /** Names the rows of the file, however they were written down. */
  readonly digest: string;
  readonly file: DirectoryFile;
}

const writesAtOnce = 20;

/** What an import would change. Reads the whole directory and writes nothing. */
export async function dryRunImport(ports: Pick<ImportPorts, 'people' | 'areas'>, text: string): Promise<DryRun> {
  const file = readDirectory(text, ports.areas);
  const directory: Person[] = [];
  for await (const person of everyPerson(ports.people, { areas: 'all' })) directory.push(person);
  return { ...planImport(file.rows, directory), digest: digestOf(file.rows), file };
}

/**
 * Brings the directory up to the rows that a dry run showed. Nobody is removed. Importing again changes nothing, so one
 * that was cut off is finished by asking again. Throws ImportIncomplete when a row cannot be taken, and ChangedMeanwhile
 * when these are not the rows of the dry run.
 */
export async function applyImport(
  ports: ImportPorts,
  by: Person,
  text: string,
  digest: string,
): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  const { file, changes, unchanged, digest: found } = await dryRunImport(ports, text);
  if (file.problems.length > 0) throw new ProductError('ImportIncomplete');
  if (found !== digest) throw new ProductError('ChangedMeanwhile');
  const queue = new PQueue({ concurrency: writesAtOnce });
  await queue.addAll(changes.map((change) => () => applyChange(ports, change)));
  const added = changes.filter((change) => change.new).length;
  const counts = { added, changed: changes.length - added, unchanged };
  await writeDown(ports, by, digest, counts);
  return counts;
}

/** Somebody who was added meanwhile, by introducing themselves, is changed instead. */
async function applyChange({ people, clock }: ImportPorts, { row, new: isNew }: PersonChange): Promise<void> {
  if (isNew && (await people.create(newPerson(row, clock.now()))).created) return;
  await changeStored(
    () => people.get(row.id),
    people.replace,
    (person): Person | undefined => (fieldChanges(person, row).length === 0 ? undefined : withRow(person, row)),
  );
}

function digestOf(rows: readonly DirectoryRow[]): string {
  const lines = rows.map(({ id, name, area, site, role, language }) => [id, name, area, site, role, language]);
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url');
}

async function writeDown(
  { audit, clock }: ImportPorts,
  by: Person,
  digest: string,
  facts: Readonly<Record<string, number>>,
): Promise<void> {
  const now = clock.now();
  const event = { id: ulid(now.getTime()), who: by.id, what: 'directory.imported', about: digest, facts } as const;
  await audit.append({ ...event, at: now.toISOString() });
}
