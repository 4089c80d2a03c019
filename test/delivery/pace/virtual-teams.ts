import { createPace, type Pace } from '../../../src/delivery/pace/pace.ts';
import { createMemoryPaceStore } from '../../fakes/memory-pace-store.ts';
import { createLimits } from '../../simulator/limits.ts';
import { createFakeTimers } from './fake-timers.ts';

export interface Scenario {
  readonly calls: number;
  readonly senders: number;
  /** What Teams lets through, in calls a second; the senders go by 50. */
  readonly teamsPerSecond?: number;
  /** How long a call of this number takes from the turn to its leaving, in milliseconds. */
  readonly claimMs?: (call: number) => number;
  /** When a call that leaves now arrives. */
  readonly arrivesAt?: (now: number) => number;
  /** How long Teams takes to answer. */
  readonly answerMs?: (call: number) => number;
  /** Whether a refusal names a time. */
  readonly retryAfter?: boolean;
}

export interface Outcome {
  readonly seconds: number;
  readonly refused: number;
}

const callsAtOnce = 20;

/** Sends in virtual time, each sender with calls of its own at once, and each refused call again, until all are through. */
export async function sendAll(scenario: Scenario): Promise<Outcome> {
  const { calls, senders, teamsPerSecond = 50, retryAfter = true } = scenario;
  const { claimMs = () => 5, arrivesAt = (now) => now + 1, answerMs = () => 100 } = scenario;
  const timers = createFakeTimers();
  const store = createMemoryPaceStore();
  const limits = createLimits({ tenant: [{ count: teamsPerSecond, ms: 1_000 }] });
  const again: number[] = [];
  let [next, refused] = [0, 0];

  async function call(pace: Pace, number: number): Promise<void> {
    const conversationId = `conversation ${number}`;
    const turn = await pace.take(conversationId);
    await timers.sleep(claimMs(number));
    await pace.leave(turn);
    await timers.sleep(arrivesAt(timers.now()) - timers.now());
    const admission = limits.admit('send', conversationId, timers.now());
    await timers.sleep(answerMs(number));
    pace.answered(turn);
    if (admission.admitted) return;
    refused += 1;
    again.push(number);
    pace.throttled(retryAfter ? Math.ceil(admission.waitMs / 1_000) * 1_000 : undefined);
  }

  async function send(pace: Pace): Promise<void> {
    for (;;) {
      const number = again.shift() ?? (next < calls ? next++ : undefined);
      if (number === undefined) return;
      await call(pace, number);
    }
  }

  async function runSender(index: number): Promise<void> {
    const pace = createPace({ tenantPerSecond: 50, store, senderId: `sender ${index}`, timers });
    pace.working(true);
    await Promise.all(Array.from({ length: callsAtOnce }, () => send(pace)));
    await pace.stop();
  }

  const began = timers.now();
  await timers.until(Promise.all(Array.from({ length: senders }, (_, index) => runSender(index))));
  return { seconds: (timers.now() - began) / 1_000, refused };
}
