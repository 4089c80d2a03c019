export interface SettledOptions {
  readonly timeoutMs?: number;
  /** What is waited for, for the message of the error when it does not come. */
  readonly what?: string;
}

export type Truthy<T> = Exclude<T, false | undefined | null | 0 | ''>;

const heartbeatMs = 50;

/**
 * Waiting for something to become true. A predicate is tried whenever the simulator changed, and now and then besides,
 * since it may look at what the simulator does not see. One that throws is tried again like one that is false.
 */
export function createWaiting() {
  const checks = new Set<() => void>();
  let scheduled = false;

  function checkAll(): void {
    scheduled = false;
    for (const check of [...checks]) check();
  }

  return {
    changed(): void {
      if (checks.size === 0 || scheduled) return;
      scheduled = true;
      setImmediate(checkAll);
    },
    settled<T>(predicate: () => T, options: SettledOptions = {}): Promise<Truthy<T>> {
      const { timeoutMs = 5000, what = predicate.toString() } = options;
      return new Promise((resolve, reject) => {
        let cause: unknown;
        const end = () => {
          checks.delete(check);
          clearTimeout(limit);
          clearInterval(heartbeat);
        };
        const check = () => {
          try {
            const value = predicate();
            if (!value) return;
            end();
            resolve(value as Truthy<T>);
          } catch (error) {
            cause = error;
          }
        };
        const limit = setTimeout(() => {
          end();
          reject(new Error(`Not settled within ${timeoutMs} ms: ${what}`, { cause }));
        }, timeoutMs);
        const heartbeat = setInterval(check, heartbeatMs);
        checks.add(check);
        check();
      });
    },
  };
}

export type Waiting = ReturnType<typeof createWaiting>;
