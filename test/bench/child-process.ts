import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process has used up since it started. */
export interface Usage {
  readonly cpuMs: number;
  readonly peakMemoryMb: number;
}

/** A process of its own, so that what it uses up is its own. */
export interface Child<Ready> {
  readonly ready: Ready;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a script of this folder with an input that JSON can carry, and waits until it is ready. */
export async function startChild<Ready>(script: string, input: unknown = {}): Promise<Child<Ready>> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [JSON.stringify(input)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const message = async (): Promise<unknown> =>
    Promise.race([
      once(child, 'message').then(([received]) => received),
      ended.then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`))),
    ]);
  const ready = (await message()) as Ready;
  return {
    ready,
    usage: async () => {
      const answer = message();
      child.send('usage');
      return (await answer) as Usage;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The input that the parent gave. */
export function inputOfParent<Input>(): Input {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** Tells the parent that all is ready, then answers it until it lets go. */
export function answerParent(ready: unknown, stop: () => Promise<void>): void {
  process.on('message', () => process.send?.(usage()));
  process.once('disconnect', async () => {
    await stop();
    process.exit();
  });
  process.send?.(ready);
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1_000, peakMemoryMb: process.resourceUsage().maxRSS / 1_024 };
}
