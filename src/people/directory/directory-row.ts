import { type Language, languages } from '../../language/texts.ts';
import type { AreaList, AreaSlug } from '../areas.ts';
import { type StaffRole, staffRoles } from '../person.ts';

/** What a row of the directory file says of a person; what it leaves empty it says nothing about. */
export interface DirectoryRow {
  readonly line: number;
  /** The Entra object id, in lower case. */
  readonly id: string;
  readonly area: AreaSlug;
  readonly name?: string;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language?: Language;
}

export const directoryColumns = ['id', 'name', 'area', 'site', 'role', 'language'] as const;
export type DirectoryColumn = (typeof directoryColumns)[number];

export const rowProblems = [
  'id-missing',
  'id-wrong',
  'id-twice',
  'area-missing',
  'area-unknown',
  'role-unknown',
  'language-unknown',
  'name-too-long',
  'site-too-long',
  'cells-wrong',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** In characters. */
const longest = { name: 200, site: 200 } as const;

const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const languageWords: Readonly<Record<string, Language>> = {
  english: 'en',
  saesneg: 'en',
  welsh: 'cy',
  cymraeg: 'cy',
};

/** Reads the cells of one row, by column; gives everything that is wrong with it instead when something is. */
export function readDirectoryRow(
  line: number,
  cells: Readonly<Partial<Record<DirectoryColumn, string>>>,
  areas: AreaList,
): DirectoryRow | readonly RowProblem[] {
  const said = (column: DirectoryColumn) => (cells[column] ?? '').trim().replace(/\s+/g, ' ');
  const id = said('id').toLowerCase();
  const area = areas.match(said('area'));
  const role = staffRoles.find((each) => each === slugOf(said('role')));
  const language = languageOf(said('language').toLowerCase());
  const [name, site] = [said('name'), said('site')];
  const problems: RowProblem[] = [];
  if (id === '') problems.push('id-missing');
  else if (!entraId.test(id)) problems.push('id-wrong');
  if (said('area') === '') problems.push('area-missing');
  else if (area === undefined) problems.push('area-unknown');
  if (said('role') !== '' && role === undefined) problems.push('role-unknown');
  if (said('language') !== '' && language === undefined) problems.push('language-unknown');
  if (name.length > longest.name) problems.push('name-too-long');
  if (site.length > longest.site) problems.push('site-too-long');
  if (problems.length > 0 || area === undefined) return problems;
  return {
    line,
    id,
    area: area.slug,
    ...(name === '' ? {} : { name }),
    ...(site === '' ? {} : { site }),
    ...(role === undefined ? {} : { role }),
    ...(language === undefined ? {} : { language }),
  };
}

/** "Operational Delivery" is `operational-delivery`. */
function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}

function languageOf(word: string): Language | undefined {
  return languages.find((each) => each === word) ?? languageWords[word];
}
