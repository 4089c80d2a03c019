import assert from 'node:assert/strict';
import { placesNamed } from '../../src/tab/charts/axis-places.ts';

describe('the axis of a chart over time', () => {
  it('names every place where there is room', () => {
    assert.deepEqual(placesNamed(3, 300), [1, 2, 3]);
  });

  it('names fewer in little room, evenly apart, and always the last', () => {
    assert.deepEqual(placesNamed(12, 300), [3, 6, 9, 12]);
    assert.deepEqual(placesNamed(5, 150), [2, 5]);
  });

  it('names the last at least', () => {
    assert.deepEqual(placesNamed(4, 0), [4]);
  });
});
