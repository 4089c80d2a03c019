import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsv } from '../../../src/people/directory/read-csv.ts';

const cellsOf = (text: string) => {
  const file = readCsv(text);
  return file.kind === 'rows' ? file.rows.map(({ cells }) => cells) : `broken at ${file.line}`;
};

describe('reading a CSV file', () => {
  const files: readonly (readonly [string, readonly string[][]])[] = [
    ['', []],
    ['a', [['a']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa,b\n', [['a', 'b']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    [',', [['', '']]],
    ['\n\na\n\n', [['a']]],
    ['"a,b","say ""no""","one\r\ntwo"\r\n', [['a,b', 'say "no"', 'one\r\ntwo']]],
    ['"",""\n', [['', '']]],
    [' a , b \n', [[' a ', ' b ']]],
  ];
  for (const [text, expected] of files) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(cellsOf(text), expected));
  }

  const broken: readonly (readonly [string, number])[] = [
    ['a"b', 1],
    ['a,"b" c\n', 1],
    ['a\n"b\nc', 2],
    ['"a"b"\n', 1],
    ['a,b\n"one\ntwo",x"\n', 3],
  ];
  for (const [text, line] of broken) {
    it(`says where ${JSON.stringify(text)} is broken`, () => assert.equal(cellsOf(text), `broken at ${line}`));
  }

  it('says on which line each row begins', () => {
    const file = readCsv('a\n\n"b\nb",c\nd\n');
    assert.ok(file.kind === 'rows');
    assert.deepEqual(
      file.rows.map(({ line }) => line),
      [1, 3, 5],
    );
  });

  it('gives back whatever was written by RFC 4180', () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\r\n', '\n'), (rows, end) => {
        assert.deepEqual(cellsOf(rows.map((row) => row.map(quoted).join(',') + end).join('')), rows);
      }),
    );
  });
});
