import PQueue from 'p-queue';

/** So many writes go out at a time: answers that come in meanwhile must not wait behind them. */
const atOnce = 8;

/** Does something to each, a few at a time, and gives back what came of it, in order. Throws what the first one threw. */
export async function fewAtOnce<T, R>(values: readonly T[], act: (value: T) => Promise<R>): Promise<readonly R[]> {
  const queue = new PQueue({ concurrency: atOnce });
  try {
    return await queue.addAll(values.map((value) => () => act(value)));
  } finally {
    queue.clear();
  }
}
