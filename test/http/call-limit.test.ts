import assert from 'node:assert/strict';
import { isProductError } from '../../src/errors/product-error.ts';
import { createCallLimit } from '../../src/http/call-limit.ts';

describe('the limit of calls', () => {
  let nowMs = 0;
  const limit = (callers = 10) => {
    nowMs = 0;
    return createCallLimit({ burst: 3, perSecond: 2, callers }, () => nowMs);
  };
  const waitOf = (call: () => void): number | undefined => {
    try {
      call();
    } catch (error) {
      assert.ok(isProductError(error, 'TooManyRequests'));
      return Number(error.facts.seconds);
    }
    return undefined;
  };

  it('takes a burst, then as many as come back', () => {
    const count = limit();
    const waits = () => Array.from({ length: 4 }, () => waitOf(() => count('a')));
    assert.deepEqual(waits(), [undefined, undefined, undefined, 1]);
    nowMs = 500;
    assert.deepEqual(waits(), [undefined, 1, 1, 1]);
    nowMs = 60_000;
    assert.deepEqual(waits(), [undefined, undefined, undefined, 1]);
  });

  it('is not prolonged by calls that it refuses', () => {
    const count = limit();
    for (nowMs = 0; nowMs < 100; nowMs += 1) waitOf(() => count('a'));
    nowMs = 600;
    assert.equal(
      waitOf(() => count('a')),
      undefined,
    );
  });

  it('says how long to wait', () => {
    nowMs = 0;
    const count = createCallLimit({ burst: 1, perSecond: 0.1, callers: 10 }, () => nowMs);
    count('a');
    assert.equal(
      waitOf(() => count('a')),
      10,
    );
    nowMs = 7_500;
    assert.equal(
      waitOf(() => count('a')),
      3,
    );
  });

  it('counts each person by themselves', () => {
    const count = limit();
    for (let call = 0; call < 5; call += 1) waitOf(() => count('a'));
    assert.equal(
      waitOf(() => count('b')),
      undefined,
    );
  });

  it('remembers no more people than it may', () => {
    const count = limit(2);
    for (let call = 0; call < 4; call += 1) waitOf(() => count('a'));
    for (const other of ['b', 'c']) count(other);
    assert.equal(
      waitOf(() => count('a')),
      undefined,
    );
  });
});
