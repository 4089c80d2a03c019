import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { buildTab } from '../../deploy/build-tab.ts';
import { requireFreePorts } from '../../src/local/free-ports.ts';
import { LocalStartError } from '../../src/local/local-start-error.ts';

const root = join(import.meta.dirname, '../..');
const settings = ['PORT', 'GATEWAY_PORT', 'COSMOS_PORT', 'QUEUE_PORT', 'TAB_HOST_PORT', 'PLAYGROUND_PORT'] as const;
const chats = 5;
const introductionLines = 6;
const startTimeoutMs = 60_000;

/** The product as `npm start` runs it, in a process of its own and on ports that were free. */
export interface LocalProduct {
  readonly processId: number;
  readonly ports: readonly number[];
  /** What it printed of itself. */
  readonly introduction: readonly string[];
  /** Presses Ctrl-C once, and gives the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts it, and waits for all that it says of itself. Throws with what it printed when it ends first, or is slow. */
export async function startLocalProduct(): Promise<LocalProduct> {
  const ports = await freePorts(settings.length - 1 + chats);
  await buildTab();
  const child = spawn(process.execPath, await startingArguments(), {
    cwd: root,
    env: { ...process.env, ...Object.fromEntries(settings.map((name, index) => [name, `${ports[index]}`])) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit').then(([code]): number | null => code);
  return {
    processId: child.pid ?? 0,
    ports,
    introduction: await introductionOf(child, exit),
    interrupt: async () => {
      child.kill('SIGINT');
      return exit;
    },
  };
}

/** What `npm start` gives to node once the tab is built. Throws when the script says something else. */
async function startingArguments(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const [, args] = /^npm run --silent tab && node (.+)$/.exec(scripts.start) ?? [];
  if (args === undefined) throw new Error(`npm start is another script: ${scripts.start}`);
  return args.split(' ');
}

async function introductionOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  exit: Promise<number | null>,
): Promise<readonly string[]> {
  const said: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const complete = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (said.push(line) === introductionLines) resolve();
    });
  });
  const slow = new AbortController();
  const what = await Promise.race([
    complete.then(() => 'complete'),
    exit.then((code) => `it ended with ${code}`),
    setTimeout(startTimeoutMs, 'it was slow', { signal: slow.signal }),
  ]);
  slow.abort();
  if (what === 'complete') return said;
  child.kill('SIGKILL');
  throw new Error([`npm start did not introduce itself: ${what}`, ...said, ...errors].join('\n'));
}

/** Ports in a row that nobody listens on, below those that systems give out by themselves. */
async function freePorts(count: number): Promise<readonly number[]> {
  const first = randomInt(20_000, 32_000);
  const ports = Array.from({ length: count }, (_, index) => first + index);
  try {
    await requireFreePorts(ports.map((port) => ({ port, what: 'a test', setting: 'none' })));
    return ports;
  } catch (error) {
    if (error instanceof LocalStartError) return freePorts(count);
    throw error;
  }
}
