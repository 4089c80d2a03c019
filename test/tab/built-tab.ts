import { join } from 'node:path';
import { type BuiltTab, buildTab } from '../../deploy/build-tab.ts';

const folder = join(import.meta.dirname, '../../test-results/tab/built');

let built: Promise<BuiltTab> | undefined;

/** The folder of the tab as it is built for production; built once for all tests of a process. */
export async function builtTab(): Promise<string> {
  built ??= buildTab(folder);
  return (await built).folder;
}
