import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ProductError } from '../errors/product-error.ts';
import { isGone } from './gone.ts';
import type { FileAnswer, Route, RouteRequest } from './route.ts';
import { pageAnswer } from './static-page.ts';
import type { StreamTiming } from './streams.ts';

export interface StaticFiles {
  /** Where the files lie: a start page, and whatever it loads below `assets`. */
  readonly folder: string;
  /** Origins that may play the part of Teams beside Teams itself; for development only. */
  readonly hostOrigins: readonly string[];
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The packings that may lie beside a file, the smallest first. */
const packings = [
  { ending: '.br', encoding: 'br' },
  { ending: '.gz', encoding: 'gzip' },
] as const;

/** A name that holds a hash of what is in the file, such as `app-4XK2M7QZ.js`: what it names never changes. */
const hashedName = /-[A-Za-z0-9_]{8,}(\.[a-z0-9]+)+$/;

/** Parts of a path that lead nowhere else: letters, digits, points and hyphens, with no point at the start. */
const harmlessPath = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * Serves an application of one page under a path: its assets as they lie there, and its start page for every other
 * address, since the page itself knows its places. Answers FileUnknown for an asset that is not there, and TabMissing
 * when the application was not built.
 */
export function staticRoutes(path: string, files: StaticFiles): readonly Route[] {
  const open = { method: 'get', authorisation: 'nobody-in-particular' } as const;
  const page = () => pageAnswer(files);
  const asset = ({ params }: RouteRequest) => assetAnswer(files.folder, params['*'] ?? '');
  return [
    { ...open, path, handle: page },
    { ...open, path: `${path}/assets/*`, handle: asset },
    { ...open, path: `${path}/*`, handle: page },
  ];
}

async function assetAnswer(folder: string, name: string): Promise<FileAnswer> {
  const file = join(folder, 'assets', name);
  if (!harmlessPath.test(name) || !(await isFile(file))) throw new ProductError('FileUnknown');
  return {
    file,
    headers: {
      'content-type': contentTypes[extname(name)] ?? 'application/octet-stream',
      'cache-control': hashedName.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  return found?.isFile() === true;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
  );
}

/** Sends a file as it lies on the disk, packed where a packed one lies beside it and the client can unpack it. */
export async function sendFile(
  response: ServerResponse,
  { file, headers }: FileAnswer,
  acceptEncoding: string,
  { stalledMs }: StreamTiming,
): Promise<void> {
  response.setTimeout(stalledMs, () => response.destroy());
  const packing = await packingOf(file, acceptEncoding);
  const encoding = packing === undefined ? {} : { 'content-encoding': packing.encoding };
  response.writeHead(200, { ...headers, vary: 'accept-encoding', ...encoding });
  try {
    await pipeline(createReadStream(`${file}${packing?.ending ?? ''}`), response);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

async function packingOf(file: string, acceptEncoding: string) {
  const accepted = new Set(acceptEncoding.split(',').map((each) => each.trim().toLowerCase()));
  for (const packing of packings) {
    if (accepted.has(packing.encoding) && (await isFile(`${file}${packing.ending}`))) return packing;
  }
  return undefined;
}
