import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { requireFreePorts } from '../../src/local/free-ports.ts';
import { LocalStartError } from '../../src/local/local-start-error.ts';

const root = join(import.meta.dirname, '../..');
const settings = ['PORT', 'GATEWAY_PORT', 'COSMOS_PORT', 'QUEUE_PORT', 'PLAYGROUND_PORT'] as const;
const chats = 5;
const introductionLines = 5;
const startTimeoutMs = 60_000;

/** The product as `npm start` runs it, in a process of its own and on ports that were free. */
export interface LocalProduct {
  readonly process: ChildProcess;
  /** The lines that it printed. */
  readonly introduction: readonly string[];
  readonly ports: readonly number[];
  /** What Ctrl-C sends; resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts it, and waits for all that it says of itself. Throws with what it printed when it ends first, or is slow. */
export async function startLocalProduct(): Promise<LocalProduct> {
  const ports = await freePorts(settings.length - 1 + chats);
  const [, ...args] = await startCommand();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...Object.fromEntries(settings.map((name, index) => [name, String(ports[index])])) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const ended = once(child, 'exit');
  const introduction = await new Promise<readonly string[]>((resolve, reject) => {
    const fail = (how: string) => reject(new Error([`npm start ${how}:`, ...printed].join('\n')));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('was slow');
    }, startTimeoutMs);
    child.once('exit', () => fail('ended'));
    createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line);
      if (lines.push(line) < introductionLines) return;
      clearTimeout(timer);
      resolve(lines);
    });
  });
  return {
    process: child,
    introduction,
    ports,
    interrupt: async () => {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

async function startCommand(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return scripts.start.split(' ');
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
