import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { tell } from './output.ts';

/** The product in a process of its own, sending only, as in production. */
export interface SenderProcess {
  /** Lines that it logged as a warning or worse. */
  readonly complaints: readonly string[];
  /** Ends it without a word. */
  kill(): Promise<void>;
  /** Lets it finish what it is doing. */
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const warning = 40;

export async function startSender(
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<SenderProcess> {
  const child = spawn(process.execPath, [...nodeOptions, main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const complaints: string[] = [];
  await Promise.race([
    started(child, complaints),
    ended.then(([code]) => Promise.reject(new Error(`A sender ended with ${code} before it was ready`))),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { complaints, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function started({ stdout }: ChildProcess, complaints: string[]): Promise<void> {
  if (stdout === null) throw new Error('A sender must be listened to');
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const { level, msg } = JSON.parse(line);
      if (msg === 'started') resolve();
      if (level < warning) return;
      complaints.push(line);
      tell(line);
    });
  });
}
