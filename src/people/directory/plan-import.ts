import type { Person } from '../person.ts';
import type { DirectoryRow } from './directory-row.ts';

export const importedFields = ['name', 'area', 'site', 'role'] as const;
export type ImportedField = (typeof importedFields)[number];

export interface FieldChange {
  readonly field: ImportedField;
  /** Absent when there was nothing. */
  readonly before?: string;
  readonly after: string;
}

/** What an import would do to one person. */
export interface PersonChange {
  readonly row: DirectoryRow;
  readonly new: boolean;
  /** At least one, unless the person is new. */
  readonly fields: readonly FieldChange[];
}

export interface ImportPlan {
  readonly changes: readonly PersonChange[];
  readonly unchanged: number;
  /** People of the directory whom the file leaves out; nothing is done to them. */
  readonly missing: readonly Person[];
}

/** Compares the rows of a file with the directory as it is. */
export function planImport(rows: readonly DirectoryRow[], directory: readonly Person[]): ImportPlan {
  const known = new Map(directory.map((person) => [person.id, person]));
  const changes = rows.flatMap((row): PersonChange[] => {
    const person = known.get(row.id);
    const fields = fieldChanges(person, row);
    return person === undefined || fields.length > 0 ? [{ row, new: person === undefined, fields }] : [];
  });
  const named = new Set(rows.map(({ id }) => id));
  return {
    changes,
    unchanged: rows.length - changes.length,
    missing: directory.filter(({ id }) => !named.has(id)),
  };
}

/** What a row would change of a person; empty when it says what is known. */
export function fieldChanges(person: Person | undefined, row: DirectoryRow): readonly FieldChange[] {
  return importedFields.flatMap((field): FieldChange[] => {
    const [before, after] = [person?.[field], row[field]];
    if (after === undefined || after === before) return [];
    return [{ field, after, ...(before === undefined ? {} : { before }) }];
  });
}

/**
 * A known person as the row has them. The language that people chose stays, as does all that the file does not know of:
 * their duties, their chat and their working time.
 */
export function withRow(person: Person, { line: _line, language: _language, ...said }: DirectoryRow): Person {
  return { ...person, ...said };
}

/** Somebody whom the directory did not know; cards reach them once they have the app. */
export function newPerson({ line: _line, language = 'en', ...said }: DirectoryRow, now: Date): Person {
  return {
    ...said,
    language,
    duties: { leads: [], roadmapOwner: false },
    reach: { state: 'unreachable', reason: 'not-installed' },
    recordedAt: now.toISOString(),
  };
}
