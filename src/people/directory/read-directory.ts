import type { AreaList } from '../areas.ts';
import {
  type DirectoryColumn,
  type DirectoryRow,
  directoryColumns,
  type RowProblem,
  readDirectoryRow,
} from './directory-row.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** What is wrong with a file as a whole: then none of its rows is looked at. */
export const fileProblems = [
  'file-empty',
  'file-broken',
  'file-not-utf8',
  'column-missing',
  'column-unknown',
  'column-twice',
] as const;
export type FileProblem = (typeof fileProblems)[number];

export interface DirectoryProblem {
  /** From 1. */
  readonly line: number;
  readonly problem: RowProblem | FileProblem;
}

export interface DirectoryFile {
  /** The rows that can be taken. */
  readonly rows: readonly DirectoryRow[];
  readonly problems: readonly DirectoryProblem[];
}

/** Which headings mean which column, without case, spaces and marks; in English and in Welsh. */
const headings: Readonly<Record<string, DirectoryColumn>> = {
  id: 'id',
  objectid: 'id',
  entraobjectid: 'id',
  name: 'name',
  displayname: 'name',
  enw: 'name',
  area: 'area',
  ardal: 'area',
  site: 'site',
  office: 'site',
  safle: 'site',
  role: 'role',
  rol: 'role',
  language: 'language',
  iaith: 'language',
};

const needed: readonly DirectoryColumn[] = ['id', 'area'];

/** What a file that was not UTF-8 has in the place of its letters. */
const replacement = '\uFFFD';

/** Reads a directory file: a row with headings, then a person a row, each in any order. */
export function readDirectory(text: string, areas: AreaList): DirectoryFile {
  if (text.includes(replacement)) return whole('file-not-utf8', 1);
  const file = readCsv(text);
  if (file.kind === 'broken') return whole('file-broken', file.line);
  const [head, ...rows] = file.rows;
  if (head === undefined || rows.length === 0) return whole('file-empty', 1);
  const columns = head.cells.map((heading) => headings[folded(heading)]);
  if (columns.includes(undefined)) return whole('column-unknown', head.line);
  if (new Set(columns).size < columns.length) return whole('column-twice', head.line);
  if (!needed.every((column) => columns.includes(column))) return whole('column-missing', head.line);
  return readRows(rows, columns, areas);
}

function whole(problem: FileProblem, line: number): DirectoryFile {
  return { rows: [], problems: [{ line, problem }] };
}

function readRows(
  rows: readonly CsvRow[],
  columns: readonly (DirectoryColumn | undefined)[],
  areas: AreaList,
): DirectoryFile {
  const taken: DirectoryRow[] = [];
  const problems: DirectoryProblem[] = [];
  const ids = new Set<string>();
  for (const { line, cells } of rows) {
    const read = cells.length === columns.length ? readCells(line, cells, columns, areas) : (['cells-wrong'] as const);
    if (!isRow(read)) problems.push(...read.map((problem) => ({ line, problem })));
    else if (ids.has(read.id)) problems.push({ line, problem: 'id-twice' });
    else taken.push(read);
    if (isRow(read)) ids.add(read.id);
  }
  return { rows: taken, problems };
}

function readCells(
  line: number,
  cells: readonly string[],
  columns: readonly (DirectoryColumn | undefined)[],
  areas: AreaList,
): DirectoryRow | readonly RowProblem[] {
  const byColumn = directoryColumns.flatMap((column) => {
    const cell = cells[columns.indexOf(column)];
    return cell === undefined ? [] : [[column, cell] as const];
  });
  return readDirectoryRow(line, Object.fromEntries(byColumn), areas);
}

function isRow(read: DirectoryRow | readonly RowProblem[]): read is DirectoryRow {
  return 'id' in read;
}

function folded(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
