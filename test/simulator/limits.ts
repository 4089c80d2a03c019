/** At most `count` calls within any `ms` milliseconds. */
export interface Window {
  readonly count: number;
  readonly ms: number;
}

/** What one bot may send to one conversation, and how often one may be created. */
export const conversationWindows: readonly Window[] = [
  { count: 7, ms: 1000 },
  { count: 8, ms: 2000 },
  { count: 60, ms: 30_000 },
  { count: 1800, ms: 3_600_000 },
];

/** What one app may send, and create, in one tenant. */
export const tenantWindows: readonly Window[] = [{ count: 50, ms: 1000 }];

export type LimitedCall = 'send' | 'create';
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly scope: 'conversation' | 'tenant'; readonly waitMs: number };

interface SlidingWindows {
  waitMs(now: number): number;
  record(now: number): void;
}

function createSlidingWindows(windows: readonly Window[]): SlidingWindows {
  const longest = Math.max(...windows.map(({ count }) => count));
  let times: number[] = [];
  return {
    waitMs(now) {
      const waits = windows.map(({ count, ms }) => {
        const oldest = times[times.length - count];
        return oldest === undefined ? 0 : Math.max(0, oldest + ms - now);
      });
      return Math.max(...waits);
    },
    record(now) {
      times.push(now);
      if (times.length >= longest * 2) times = times.slice(-longest);
    },
  };
}

export interface LimitsOptions {
  readonly conversation?: readonly Window[];
  readonly tenant?: readonly Window[];
}

/**
 * The limits of Teams as sliding windows, apart for sends and for creations. A refused call uses nothing up. Time is
 * whatever the caller says it is, in milliseconds that never go back.
 */
export function createLimits(options: LimitsOptions = {}) {
  const { conversation = conversationWindows, tenant = tenantWindows } = options;
  const tenants = { send: createSlidingWindows(tenant), create: createSlidingWindows(tenant) };
  const conversations = new Map<string, SlidingWindows>();

  function windowsOf(call: LimitedCall, conversationId: string): SlidingWindows {
    const key = `${call} ${conversationId}`;
    const known = conversations.get(key) ?? createSlidingWindows(conversation);
    conversations.set(key, known);
    return known;
  }

  return {
    admit(call: LimitedCall, conversationId: string, now: number): Admission {
      const own = windowsOf(call, conversationId);
      const all = tenants[call];
      const ownWait = own.waitMs(now);
      if (ownWait > 0) return { admitted: false, scope: 'conversation', waitMs: ownWait };
      const allWait = all.waitMs(now);
      if (allWait > 0) return { admitted: false, scope: 'tenant', waitMs: allWait };
      own.record(now);
      all.record(now);
      return { admitted: true };
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;
