import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Person } from '../../../src/people/person.ts';
import type { RemoteTeams } from '../../simulator/remote.ts';
import type { Counts } from '../../simulator/traffic.ts';
import { tell } from './output.ts';

/** What people got, going by each person's own count. */
export interface Received {
  readonly lost: number;
  /** People who got more than one. */
  readonly twice: number;
  readonly messages: number;
}

const asksAtOnce = 16;
const lookEveryMs = 50;
const tellEveryMs = 10_000;

export async function countReceived(teams: RemoteTeams, people: readonly Person[]): Promise<Received> {
  const asks = new PQueue({ concurrency: asksAtOnce });
  const counts = await asks.addAll(
    people.map(
      ({ id }) =>
        async () =>
          (await teams.call('user', { user: id })).deliveries,
    ),
  );
  return {
    lost: counts.filter((count) => count === 0).length,
    twice: counts.filter((count) => count > 1).length,
    messages: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** Resolves when so many messages have arrived, with what Teams had counted by then. */
export async function untilReceived(teams: RemoteTeams, messages: number, label: string): Promise<Counts> {
  let toldAt = performance.now();
  for (;;) {
    const { counts } = await teams.call('usage', {});
    if (counts.deliveries >= messages) return counts;
    if (performance.now() - toldAt > tellEveryMs) {
      toldAt = performance.now();
      tell(`${label}: ${counts.deliveries} of ${messages}, ${JSON.stringify(counts.answers)}`);
    }
    await wait(lookEveryMs);
  }
}

/** The share of sends that were refused for going too fast. */
export function refusedShare({ answers }: Counts): number {
  const sends = Object.entries(answers).filter(([key]) => key.startsWith('send ') || key.startsWith('reply '));
  const all = sends.reduce((sum, [, count]) => sum + count, 0);
  return sends.filter(([key]) => key.endsWith(' 429')).reduce((sum, [, count]) => sum + count, 0) / all;
}
