import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPixels, readPngHeader } from '../../manifest/png.ts';
import { header, pngFile, pngOf, type Rgba } from './png-file.ts';

const speckled = (x: number, y: number): Rgba => [
  (x * 37) % 256,
  (y * 91) % 256,
  (x * y * 13) % 256,
  (x + y * 5) % 256,
];

describe('PNG reader', () => {
  it('reads the size from the header', () => {
    const file = readPngHeader(pngFile(5, 3, speckled));
    assert.deepEqual(file, { width: 5, height: 3, bitDepth: 8, colourType: 6, interlaced: false });
  });

  it('says when a file is not a PNG', () => {
    assert.equal(readPngHeader(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')), undefined);
    assert.deepEqual(readPixels(new Uint8Array()), { ok: false, reason: 'it is not a PNG file' });
  });

  for (const filter of [0, 1, 2, 3, 4]) {
    it(`reads pixels that were stored with filter ${filter}`, () => {
      const pixels = readPixels(pngFile(9, 7, speckled, [filter]));
      const expected = Array.from({ length: 63 }, (_, at) => speckled(at % 9, Math.floor(at / 9))).flat();
      assert.ok(pixels.ok);
      assert.deepEqual([...pixels.rgba], expected);
    });
  }

  it('reads pixels whose rows use different filters', () => {
    const mixed = readPixels(pngFile(9, 10, speckled, [4, 3, 2, 1, 0]));
    const plain = readPixels(pngFile(9, 10, speckled));
    assert.ok(mixed.ok);
    assert.deepEqual(mixed, plain);
  });

  it('reads a file that is a part of a larger buffer', () => {
    const file = pngFile(2, 2, speckled);
    const padded = Buffer.concat([Buffer.alloc(7), file]);
    assert.deepEqual(readPixels(padded.subarray(7)), readPixels(file));
  });

  it('says when the colours are stored in another way', () => {
    const grey = pngOf(header(1, 1, 0), new Uint8Array());
    assert.deepEqual(readPixels(grey), { ok: false, reason: 'it is not an 8-bit RGBA image without interlacing' });
  });

  it('says when the image data is damaged', () => {
    const damaged = pngOf(header(1, 1, 6), Uint8Array.from([1, 2, 3]));
    assert.deepEqual(readPixels(damaged), { ok: false, reason: 'its image data cannot be read' });
  });
});
