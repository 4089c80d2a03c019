import type { PaceStore } from '../pace-store.ts';
import { alive, fairShare, type Neighbours, nextShare, observe } from './share.ts';
import type { Timers } from './timers.ts';

export interface SharingOptions {
  /** What all senders may do together, in calls a second. */
  readonly limit: number;
  readonly senderId: string;
  readonly store: PaceStore;
  readonly heartbeatMs: number;
  readonly timers: Timers;
  /** Told after each change of the share; `before` is what it was. */
  readonly onChange: (share: number, before: number) => void;
  readonly onError: (error: unknown) => void;
}

/** This sender's share of the limit, kept by a heartbeat while it has work. */
export interface Sharing {
  /** In calls a second; 0 without work, and until the first heartbeat. */
  share(): number;
  busy(busy: boolean): void;
  /** Gives the share back and resolves when that is written, or could not be. */
  stop(): Promise<void>;
}

/** A sender that was silent for so many heartbeats is taken for dead. */
const silentBeats = 4;
/** A claim that was silent for so many is removed. */
const forgottenBeats = 60;
/** Looks that are further apart, in heartbeats, count as this: the store, not the others, may have been silent. */
const longestLook = 1.5;
/** A sender that waits for others to lower themselves looks this often within a heartbeat. */
const impatience = 4;
/** Rounds of one heartbeat, as long as each look changes what is fair. */
const mostRounds = 3;
/** The share of a sender that has not reached the store yet, in calls a second. */
const unknownShare = 1;

/** Shares the limit with the other senders through their claims; nobody coordinates. */
export function createSharing(options: SharingOptions): Sharing {
  const { limit, senderId, store, heartbeatMs, timers } = options;
  let neighbours: Neighbours = new Map();
  let [share, claimed, beat] = [0, 0, Math.floor(Math.random() * 2 ** 40)];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let [busy, stopped, wake] = [false, false, () => {}];

  const others = () => alive(neighbours, silentBeats * heartbeatMs);
  const fair = () => fairShare(limit, senderId, others().keys());

  function setShare(next: number): void {
    const before = share;
    share = next;
    if (next !== before) options.onChange(next, before);
  }

  async function look(): Promise<void> {
    const claims = await store.claims();
    const elapsedMs = Math.min(timers.now() - lookedAt, longestLook * heartbeatMs);
    neighbours = observe(neighbours, claims, senderId, elapsedMs);
    lookedAt = timers.now();
  }

  async function claim(perSecond: number): Promise<void> {
    beat += 1;
    await store.put({ senderId, beat, perSecond });
    claimed = perSecond;
  }

  async function heartbeat(): Promise<void> {
    if (claimed === 0) await look();
    for (let round = 1; round <= mostRounds; round += 1) {
      const wanted = fair();
      if (wanted < share) setShare(wanted);
      await claim(wanted);
      await look();
      setShare(nextShare(share, { fair: fair(), claimed }, limit, others()));
      if (fair() === claimed) break;
    }
    for (const [id, { silentMs }] of neighbours) {
      if (silentMs > forgottenBeats * heartbeatMs) await store.remove(id);
    }
  }

  async function leave(): Promise<void> {
    setShare(0);
    claimed = 0;
    await store.remove(senderId);
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ms === Number.POSITIVE_INFINITY ? () => {} : timers.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      options.onError(error);
      if (busy) setShare(Math.max(share, Math.min(limit, unknownShare)));
    }
  }

  function restMs(): number {
    if (!busy && claimed === 0) return Number.POSITIVE_INFINITY;
    const waitsForOthers = busy && share < claimed;
    return busy && !waitsForOthers ? heartbeatMs : heartbeatMs / impatience;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      if (busy) await attempt(heartbeat);
      if (!stopped) await sleep(restMs());
      // Not before a short rest: work that comes back at once keeps its share.
      if (!busy && claimed > 0) await attempt(leave);
    }
  }

  const running = run();
  return {
    share: () => share,
    busy(next) {
      const begins = next && !busy;
      busy = next;
      if (begins && claimed === 0) wake();
    },
    stop() {
      [busy, stopped] = [false, true];
      wake();
      return running;
    },
  };
}
