/** Time that never goes back, and timers on it; a test moves it by hand. */
export interface Timers {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Runs something once, after so many milliseconds at the earliest; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.ceil(ms));
    return () => clearTimeout(timer);
  },
};
