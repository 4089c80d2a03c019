import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node';
import type { Cell, Column, Sheet } from './sheet.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const numberFormats = { percent: '0%', decimal: '0.00' } as const;

/**
 * An Excel workbook (ECMA-376) of sheets, each with its headings in bold on a row that stays in sight. Text cells are
 * written as text, whatever they start with, so nothing in it is a formula.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ heading }) => textCell(heading, { fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]))),
      ],
    })),
  ).toBuffer();
}

function cellOf(cell: Cell, column: Column | undefined): XlsxCell {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  const format = column?.numbers;
  return { value: cell, type: Number, ...(format === undefined ? {} : { format: numberFormats[format] }) };
}

function textCell(text: string, style: { readonly fontWeight?: 'bold' } = {}): XlsxCell {
  return { value: cellText(text), type: String, wrap: true, alignVertical: 'top', ...style };
}

/** What XML 1.0 cannot hold; it is left out. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Excel reads this in a text as the character with that number; ECMA-376, part 1, 22.9.2.19. */
const escapeInText = /_(?=x[0-9a-f]{4}_)/gi;

function cellText(text: string): string {
  return text.replace(notXml, '').replace(/\r\n?/g, '\n').replace(escapeInText, '_x005F_');
}
