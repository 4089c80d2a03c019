/** A row of a CSV file and the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvFile =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  /** A quotation mark stands where none may, or is never closed. */
  | { readonly kind: 'broken'; readonly line: number };

/**
 * Reads a CSV file by RFC 4180, strictly: a quotation mark within a cell stands doubled in a cell that is in quotation
 * marks. Lines may end in any usual way, an empty line is none, and a byte order mark is left out.
 */
export function readCsv(text: string): CsvFile {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let begun = 1;
  while (at < text.length || cells.length > 0) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at);
    const end = cell === undefined ? undefined : endAt(text, cell.next);
    if (cell === undefined || end === undefined) return { kind: 'broken', line };
    cells.push(cell.value);
    at = cell.next + end.length;
    line += linesIn(cell.value) + linesIn(end);
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return { kind: 'rows', rows };
}

interface Cell {
  readonly value: string;
  /** Where the text goes on. */
  readonly next: number;
}

/** A cell whose opening mark stands before `from`; undefined when it is never closed. */
function quotedCell(text: string, from: number): Cell | undefined {
  const parts: string[] = [];
  for (let at = from; ; ) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return undefined;
    parts.push(text.slice(at, mark));
    if (text[mark + 1] !== '"') return { value: parts.join('"'), next: mark + 1 };
    at = mark + 2;
  }
}

const plainText = /[^",\r\n]*/y;

function plainCell(text: string, from: number): Cell {
  plainText.lastIndex = from;
  const value = plainText.exec(text)?.[0] ?? '';
  return { value, next: from + value.length };
}

/** What ends a cell: a comma, the end of a line, or nothing at the end of the text; undefined for anything else. */
function endAt(text: string, at: number): string | undefined {
  if (at >= text.length) return '';
  return [',', '\r\n', '\n', '\r'].find((end) => text.startsWith(end, at));
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
