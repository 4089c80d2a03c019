/** How many recipients of a pass were in a final state at one moment. */
export interface Sample {
  readonly atMs: number;
  readonly finished: number;
}

export interface Speed {
  /** Recipients that reach a final state a second; absent while too little has been seen. */
  readonly perSecond?: number;
  /** Absent when it cannot be said. */
  readonly secondsLeft?: number;
}

/** The speed is that of the last so many milliseconds, since recipients finish by the slice. */
const windowMs = 30_000;
const shortestSpanMs = 3_000;

/** Adds a sample to those that still say something. Fewer finished than before means that the pass was taken up anew. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && last.finished > sample.finished) return [sample];
  return [...samples.filter(({ atMs }) => atMs >= sample.atMs - windowMs), sample];
}

/**
 * How fast a pass goes, and when it will be over if it goes on like that. Those who wait on purpose until `waitsUntilMs`
 * make it take at least so long.
 */
export function speedOf(samples: readonly Sample[], waiting: number, waitsUntilMs?: number): Speed {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return {};
  const wait = waitsUntilMs === undefined ? undefined : Math.max(0, waitsUntilMs - last.atMs) / 1_000;
  const spanMs = last.atMs - first.atMs;
  const perSecond = spanMs < shortestSpanMs ? undefined : ((last.finished - first.finished) * 1_000) / spanMs;
  const work = waiting === 0 ? 0 : perSecond === undefined || perSecond === 0 ? undefined : waiting / perSecond;
  const left = work === undefined ? wait : Math.max(work, wait ?? 0);
  return {
    ...(perSecond === undefined ? {} : { perSecond: Math.round(perSecond * 10) / 10 }),
    ...(left === undefined ? {} : { secondsLeft: Math.ceil(left) }),
  };
}
