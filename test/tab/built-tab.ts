import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTab } from '../../deploy/build-tab.ts';

let built: Promise<string> | undefined;

/** The folder of the tab as it is built for production; built once for all tests of a process, and gone when it ends. */
export function builtTab(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cps-roadmap-tab-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return (await buildTab(folder)).folder;
}
