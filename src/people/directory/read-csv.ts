/** A row of a CSV file and the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvFile =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  /** A quotation mark stands where none may, or is never closed. */
  | { readonly kind: 'broken'; readonly line: number };

/** A cell in quotation marks, one without, or neither; then what ends it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Reads a CSV file by RFC 4180, strictly: a quotation mark within a cell stands doubled in a cell that is in quotation
 * marks. Lines may end in any usual way, an empty line is none, and a byte order mark is left out.
 */
export function readCsv(text: string): CsvFile {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length || cells.length > 0) {
    const match = cell.exec(text);
    if (match === null) return { kind: 'broken', line };
    const [whole, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += linesIn(whole);
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return { kind: 'rows', rows };
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
