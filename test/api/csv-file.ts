import assert from 'node:assert/strict';

/** The rows of a CSV file in which every cell is quoted, the headings first. */
export function rowsOf(file: string): string[][] {
  assert.ok(file.startsWith('\uFEFF'), 'no byte order mark');
  const rows: string[][] = [[]];
  let read = 1;
  for (const [whole, cell = '', end] of file.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    read += whole.length;
  }
  assert.equal(read, file.length, 'something stands outside of the cells');
  assert.deepEqual(rows.pop(), []);
  return rows;
}
