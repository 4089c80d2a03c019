import type { Logger } from 'pino';

/** Things that go on after an answer is given, so that shutting down can wait for them. */
export interface Afterwards {
  /** Tasks with the same key run one after another, in the order in which they were given. `log` is told of errors. */
  run(key: string, task: () => Promise<void>, log: Logger): void;
  /** Resolves when nothing is going on any more. */
  finished(): Promise<void>;
}

export function createAfterwards(): Afterwards {
  const underWay = new Map<string, Promise<void>>();
  return {
    run: (key, task, log) => {
      const running = (underWay.get(key) ?? Promise.resolve())
        .then(task)
        .catch((error: unknown) => log.error({ err: error }, 'failed after the answer was given'))
        .then(() => {
          if (underWay.get(key) === running) underWay.delete(key);
        });
      underWay.set(key, running);
    },
    finished: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
