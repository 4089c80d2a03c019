import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './e2e/find-chromium.ts';

/*
 * Run before the tests: sees to it that there is a Chromium for the browser tests, and installs one where that is
 * possible. Ends with 1 when there is none afterwards, or when it does not start.
 */

const advice = `The browser tests need a Chromium.
Install Chromium or Google Chrome, or set CHROMIUM_PATH to the program file of one.
`;

try {
  await setUp();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${advice}`);
  process.exitCode = 1;
}

async function setUp(): Promise<void> {
  const found = findChromium() ?? installed();
  await start(found);
  process.stdout.write(`Browser for the tests: ${found}\n`);
}

function installed(): string {
  process.stdout.write('There is no Chromium on this machine, so one is installed for the browser tests.\n');
  if (mayUseApt()) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  const fromSystem = findChromium();
  if (fromSystem !== undefined) return fromSystem;
  const playwright = fileURLToPath(new URL('./cli.js', import.meta.resolve('playwright-core/package.json')));
  run(process.execPath, [playwright, 'install', 'chromium']);
  const downloaded = findChromium();
  if (downloaded === undefined) throw new Error('No Chromium could be installed.');
  return downloaded;
}

function mayUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** What comes of it is seen by whether there is a Chromium then. */
function run(file: string, args: readonly string[]): void {
  process.stdout.write(`Running: ${[file, ...args].join(' ')}\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  if (status !== 0) process.stdout.write(`It failed: ${error?.message ?? `exit code ${status}`}.\n`);
}

/** A Chromium without the libraries it needs is found, but does not start. */
async function start(executablePath: string): Promise<void> {
  try {
    const browser = await chromium.launch({ executablePath });
    await browser.close();
  } catch (error) {
    throw new Error(`${executablePath} does not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}
