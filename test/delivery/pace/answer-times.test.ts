import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnswerTimes, usualTime } from '../../../src/delivery/pace/answer-times.ts';

describe('answer times', () => {
  it('notice a late one among steady ones', () => {
    const times = createAnswerTimes(8);
    for (let count = 0; count < 64; count += 1) times.note(100 + (count % 3));
    assert.ok(times.note(102) <= 2);
    assert.ok(times.note(140) >= 38);
    assert.equal(times.note(90), 0);
  });

  it('take the first ones for late, for nobody knows yet what is usual', () => {
    const times = createAnswerTimes(8);
    assert.ok(times.note(100) > 0);
    assert.equal(times.usualMs(), 0);
  });

  it('get used to what lasts', () => {
    const times = createAnswerTimes(8);
    for (let count = 0; count < 64; count += 1) times.note(100);
    for (let count = 0; count < 64; count += 1) times.note(300);
    assert.equal(times.note(300), 0);
    assert.equal(times.usualMs(), 300);
  });

  it('are never later in the mean than there is room for', () => {
    const answers = fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 20 }), (all, meanMs) => {
        const usual = usualTime(all, meanMs);
        const late = all.reduce((sum, time) => sum + Math.max(0, time - usual), 0) / all.length;
        assert.ok(late <= meanMs + 1e-6, `${late}`);
      }),
    );
  });
});
