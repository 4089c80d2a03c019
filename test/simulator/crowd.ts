import { setTimeout as wait } from 'node:timers/promises';
import type { BotAnswer } from './bot-client.ts';

export interface CrowdOptions<T> {
  readonly members: readonly T[];
  readonly act: (member: T) => Promise<BotAnswer>;
  /** How many begin in a second, whatever the answers take; as fast as answers come unless given. */
  readonly perSecond?: number;
  /** How many wait for an answer at once, at most. */
  readonly atOnce?: number;
}

export interface CrowdResult {
  readonly acts: number;
  readonly tookMs: number;
  /** How many were answered with each status; `error` counts those that could not act at all. */
  readonly answers: Readonly<Record<string, number>>;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** The first few reasons why somebody could not act. */
  readonly errors: readonly string[];
}

const errorsShown = 5;

/** Lets many act, and tells how they were answered and how long it took. */
export async function runCrowd<T>({ members, act, perSecond, atOnce = 50 }: CrowdOptions<T>): Promise<CrowdResult> {
  const started = performance.now();
  const answers: Record<string, number> = {};
  const errors: string[] = [];
  const times: number[] = [];
  let next = 0;

  async function one(member: T): Promise<string> {
    try {
      const { status, tookMs } = await act(member);
      times.push(tookMs);
      return String(status);
    } catch (error) {
      if (errors.length < errorsShown) errors.push(String(error));
      return 'error';
    }
  }

  async function worker(): Promise<void> {
    while (next < members.length) {
      const index = next;
      next += 1;
      if (perSecond !== undefined) {
        const early = started + (index * 1000) / perSecond - performance.now();
        if (early > 0) await wait(early);
      }
      const outcome = await one(members[index] as T);
      answers[outcome] = (answers[outcome] ?? 0) + 1;
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, members.length) }, worker));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    acts: members.length,
    tookMs: performance.now() - started,
    answers,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    slowestMs: at(1),
    errors,
  };
}
