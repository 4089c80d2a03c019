import { type SenderProcess, startSender } from './sender-process.ts';

/** Senders in processes of their own; another takes the place of each that is killed. */
export interface Fleet {
  /** Kills one of those that run, picked by chance from 0 to 1, once one does. */
  killOne(chance: number): Promise<void>;
  stop(): Promise<void>;
}

export function createFleet(environment: Readonly<Record<string, string>>, size: number): Fleet {
  const starting = new Set<Promise<void>>();
  const running: SenderProcess[] = [];

  function start(): void {
    const started = startSender(environment).then((sender) => {
      running.push(sender);
      starting.delete(started);
    });
    starting.add(started);
  }

  for (let index = 0; index < size; index += 1) start();
  return {
    async killOne(chance) {
      if (running.length === 0) await Promise.race(starting);
      const [victim] = running.splice(Math.floor(chance * running.length), 1);
      await victim?.end('SIGKILL');
      start();
    },
    async stop() {
      await Promise.all(starting);
      await Promise.all(running.map((sender) => sender.end('SIGTERM')));
    },
  };
}
