import { inflateSync } from 'node:zlib';

/** What the header chunk of a PNG file says. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

/** Red, green, blue and alpha of each pixel, row by row. */
export type Pixels = { readonly ok: true; readonly rgba: Uint8Array } | { readonly ok: false; readonly reason: string };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const rgbaColourType = 6;
const bytesPerPixel = 4;

/** The header of a PNG file, or undefined when the bytes are not one. Source: PNG specification, section 11.2.2. */
export function readPngHeader(bytes: Uint8Array): PngHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng =
    file.length >= 29 && file.subarray(0, 8).equals(signature) && file.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) return undefined;
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    bitDepth: file.readUInt8(24),
    colourType: file.readUInt8(25),
    interlaced: file.readUInt8(28) !== 0,
  };
}

/** The pixels of an 8-bit RGBA PNG file that is not interlaced; for any other file, the reason why not. */
export function readPixels(bytes: Uint8Array): Pixels {
  const header = readPngHeader(bytes);
  if (header === undefined) return { ok: false, reason: 'it is not a PNG file' };
  if (header.bitDepth !== 8 || header.colourType !== rgbaColourType || header.interlaced) {
    return { ok: false, reason: 'it is not an 8-bit RGBA image without interlacing' };
  }
  try {
    const rows = inflateSync(imageData(bytes));
    const size = header.height * (1 + header.width * bytesPerPixel);
    if (rows.length !== size) return { ok: false, reason: 'its image data has the wrong length' };
    return { ok: true, rgba: unfilter(rows, header.width * bytesPerPixel, header.height) };
  } catch {
    return { ok: false, reason: 'its image data cannot be read' };
  }
}

function imageData(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

/** Source: PNG specification, section 9.2. */
function unfilter(rows: Uint8Array, rowLength: number, height: number): Uint8Array {
  const out = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y++) {
    const start = y * (rowLength + 1);
    const filter = rows[start] ?? 0;
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x;
      const left = x >= bytesPerPixel ? (out[at - bytesPerPixel] ?? 0) : 0;
      const up = y > 0 ? (out[at - rowLength] ?? 0) : 0;
      const upLeft = x >= bytesPerPixel && y > 0 ? (out[at - rowLength - bytesPerPixel] ?? 0) : 0;
      out[at] = (rows[start + 1 + x] ?? 0) + prediction(filter, left, up, upLeft);
    }
  }
  return out;
}

function prediction(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, upLeft);
    default:
      throw new RangeError(`PNG filter ${filter}`);
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
