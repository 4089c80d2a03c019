import assert from 'node:assert/strict';
import { rememberLatest } from '../../src/cards/remember-latest.ts';

describe('rememberLatest', () => {
  it('makes each result once, by its key', () => {
    const made: number[] = [];
    const parity = rememberLatest(
      (value: number) => String(value % 2),
      (value) => {
        made.push(value);
        return value % 2 === 0 ? 'even' : 'odd';
      },
    );
    assert.deepEqual([1, 2, 3, 4].map(parity), ['odd', 'even', 'odd', 'even']);
    assert.deepEqual(made, [1, 2]);
  });

  it('remembers what it was asked for lately, and not everything', () => {
    const made: number[] = [];
    const text = rememberLatest(String, (value: number) => {
      made.push(value);
      return `number ${value}`;
    });
    for (let value = 0; value < 10_000; value += 1) assert.equal(text(value), `number ${value}`);
    assert.equal(text(9_999), 'number 9999');
    assert.equal(text(0), 'number 0');
    assert.equal(made.length, 10_001);
  });
});
