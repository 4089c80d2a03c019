/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A row of a CSV file by RFC 4180, every cell quoted. A cell that a spreadsheet might take for a formula gets a leading
 * apostrophe: https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** The full-width forms of the signs count too, since spreadsheets in some languages take them for the signs. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A number is none of it, be it negative. */
function cellOf(value: string | number): string {
  const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}
