import { startChild } from '../child-process.ts';
import { drawCard } from './broadcast.ts';
import type { NaiveInput, NaiveResult } from './naive-process.ts';
import { printFigure, printSentence, rounded } from './output.ts';
import { countReceived, refusedShare } from './received.ts';
import { startWorld } from './world.ts';

/** What becomes of a broadcast that is sent as samples do it: a proactive message for everybody, all at once. */
export async function measureNaive(people: number): Promise<void> {
  const world = await startWorld({
    people,
    tenantPerSecond: 50,
    teams: { limits: 'teams', latency: { kind: 'fixed', ms: 100 } },
  });
  const { serviceUrl, botAppId: appId } = world.teams;
  const input: NaiveInput = { appId, serviceUrl, card: await drawCard(world), people };
  const child = await startChild<NaiveResult>('delivery/naive-process.ts', input);
  const { seconds, errors } = child.ready;
  const { cpuMs, peakMemoryMb } = await child.usage();
  await child.stop();
  const { counts } = await world.teams.call('usage', {});
  const received = await countReceived(world.teams, world.people);
  printFigure('naive', {
    people,
    seconds: rounded(seconds, 1),
    ...received,
    refusedShare: rounded(refusedShare(counts), 3),
    mostInFlight: counts.mostInFlight,
    peakMemoryMb: Math.round(peakMemoryMb),
    cpuMs: rounded(cpuMs / people, 2),
    errors,
  });
  printSentence(
    `Sent to everybody at once, as samples do it, ${received.lost} of ${people} people got nothing and ` +
      `${received.twice} got it twice, in ${rounded(seconds, 1)} s.`,
  );
  await world.close();
}
