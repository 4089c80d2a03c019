import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteOrderMark, csvRow } from '../../src/files/csv.ts';
import { rowsOf } from '../api/csv-file.ts';

describe('a row of a CSV file', () => {
  it('has every cell in quotes, and ends as RFC 4180 says', () => {
    assert.equal(csvRow(['a', 12, '', 'b c']), '"a","12","","b c"\r\n');
  });

  it('doubles the quotes within a cell, and keeps commas and line ends', () => {
    assert.equal(csvRow(['say "no", or\r\nnot']), '"say ""no"", or\r\nnot"\r\n');
  });

  const formulas = [
    '=1+1',
    '+44 20 7946',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ];
  for (const formula of formulas) {
    it(`gives a cell that starts with ${JSON.stringify(formula.charAt(0))} an apostrophe`, () => {
      assert.equal(csvRow([formula]), `"'${formula}"\r\n`);
    });
  }

  it('leaves a negative number a number', () => {
    assert.equal(csvRow([-5, '-5']), '"-5","\'-5"\r\n');
  });

  it('is safe when the formula hides behind quotes and separators', () => {
    assert.equal(csvRow(['",=1+1', "'=1"]), '""",=1+1","\'=1"\r\n');
  });

  it('leaves these signs alone inside a cell', () => {
    assert.equal(csvRow(['a=b', 'a-b', 'a+b', 'a@b', ' =1']), '"a=b","a-b","a+b","a@b"," =1"\r\n');
  });

  it('gives back whatever was written, but for the apostrophe', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
        const read = rowsOf(byteOrderMark + rows.map(csvRow).join(''));
        assert.deepEqual(
          read.map((row) => row.map((cell) => (/^'[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell))),
          rows.map((row) => row.map((cell) => (/^'[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell))),
        );
        for (const cell of read.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n\0＝＋－＠]/);
      }),
    );
  });
});
