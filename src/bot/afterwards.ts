import type { Logger } from 'pino';

/** Things that go on after an answer is given, so that shutting down can wait for them. */
export interface Afterwards {
  run(what: string, task: () => Promise<void>): void;
  /** Resolves when nothing is going on any more. */
  finished(): Promise<void>;
}

export function createAfterwards(log: Logger): Afterwards {
  const underWay = new Set<Promise<void>>();
  return {
    run: (what, task) => {
      const running = task()
        .catch((error: unknown) => log.error({ err: error, what }, 'failed afterwards'))
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    finished: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
