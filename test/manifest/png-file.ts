import { crc32, deflateSync } from 'node:zlib';

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** An 8-bit RGBA PNG file. Row `y` is stored with the PNG filter `filters[y % filters.length]`. */
export function pngFile(
  width: number,
  height: number,
  pixel: (x: number, y: number) => Rgba,
  filters: readonly number[] = [0],
): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => pixel(x, y)).flat());
  const stored = rows.flatMap((row, y) => {
    const filter = filters[y % filters.length] ?? 0;
    return [filter, ...row.map((byte, at) => (byte - predict(filter, rows, y, at)) & 0xff)];
  });
  return pngOf(header(width, height, 6), deflateSync(Uint8Array.from(stored)));
}

/** A PNG file with this header and this content of the image data chunk. */
export function pngOf(ihdr: Uint8Array, idat: Uint8Array): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', ihdr), chunk('IDAT', idat), chunk('IEND', new Uint8Array())]);
}

/** The content of the header chunk of an 8-bit image. */
export function header(width: number, height: number, colourType: number): Uint8Array {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([8, colourType, 0, 0, 0], 8);
  return ihdr;
}

function predict(filter: number, rows: readonly (readonly number[])[], y: number, at: number): number {
  const left = rows[y]?.[at - 4] ?? 0;
  const up = rows[y - 1]?.[at] ?? 0;
  const upLeft = rows[y - 1]?.[at - 4] ?? 0;
  const estimate = left + up - upLeft;
  const nearest = [left, up, upLeft].toSorted((a, b) => Math.abs(estimate - a) - Math.abs(estimate - b))[0] ?? 0;
  return [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
