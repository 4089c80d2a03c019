import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import type { HostPageSettings } from './host-page.ts';

export interface HostFile {
  readonly contentType: string;
  readonly text: string;
}

/** The files of the page that plays the part of Teams, by the path below its folder; the page itself has the empty one. */
export async function hostFiles(settings: HostPageSettings): Promise<ReadonlyMap<string, HostFile>> {
  const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
  const [page, style, script] = await Promise.all([
    read('host-page.html'),
    read('host-page.css'),
    read('host-page.ts'),
  ]);
  const { code } = await transform(script, { loader: 'ts', format: 'esm', target: 'es2022' });
  return new Map([
    ['', { contentType: 'text/html; charset=utf-8', text: page }],
    ['host-settings.json', { contentType: 'application/json', text: JSON.stringify(settings) }],
    ['host-page.css', { contentType: 'text/css; charset=utf-8', text: style }],
    ['host-page.js', { contentType: 'text/javascript; charset=utf-8', text: code }],
  ]);
}
