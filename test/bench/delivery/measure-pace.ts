import { loadavg } from 'node:os';
import { finishedOutcome, planPrompt, storePrompt } from './broadcast.ts';
import { printFigure, printSentence, rounded, tell } from './output.ts';
import { countReceived, refusedShare, untilReceived } from './received.ts';
import { startSender } from './sender.ts';
import { startWorld } from './world.ts';

export interface PaceOptions {
  readonly people: number;
  readonly senders: number;
  /** Lets the senders lay the audience out too, as they do in production; the emulator's queries are slow. */
  readonly planning: boolean;
}

const perSecond = 50;
const latencyMs = 100;

/** How much longer than the limit allows a broadcast takes, from the moment its work is queued. */
export async function measurePace({ people, senders, planning }: PaceOptions): Promise<void> {
  const world = await startWorld({
    people,
    tenantPerSecond: perSecond,
    teams: { limits: 'teams', latency: { kind: 'fixed', ms: latencyMs } },
  });
  const { id } = await storePrompt(world, 'all', people);
  const work = planning ? [{ kind: 'plan', broadcastId: id } as const] : await planPrompt(world, id);
  const running = await Promise.all(Array.from({ length: senders }, () => startSender(world.environment)));
  tell(`pace: ${senders} sender(s) and ${work.length} messages are ready`);

  const began = performance.now();
  for (const each of work) await world.queue.enqueue(each);
  await untilReceived(world.teams, people, 'pace');
  const seconds = (performance.now() - began) / 1_000;
  const outcome = await finishedOutcome(world, id);
  const recordedSeconds = (performance.now() - began) / 1_000;
  await Promise.all(running.map((sender) => sender.stop()));

  const { counts } = await world.teams.call('usage', {});
  const received = await countReceived(world.teams, world.people);
  const least = people / perSecond;
  const figures = {
    senders,
    people,
    planning,
    seconds: rounded(seconds, 2),
    recordedSeconds: rounded(recordedSeconds, 2),
    timeOverLeast: rounded(seconds / least, 4),
    refusedShare: rounded(refusedShare(counts), 5),
    busiestSecond: counts.busiestSecond,
    ...received,
    recordedSent: outcome.sent,
    machineLoad: rounded(loadavg()[1] ?? 0, 1),
    complaints: running.reduce((sum, { complaints }) => sum + complaints.length, 0),
  };
  printFigure('pace', figures);
  printSentence(
    `${senders} sender(s) reached ${people} people in ${figures.seconds} s, ${figures.timeOverLeast} times the ` +
      `${rounded(least, 1)} s that the limit allows; ${rounded(100 * figures.refusedShare, 2)}% of the calls were ` +
      `refused; ${received.lost} people got nothing and ${received.twice} got it twice.`,
  );
  await world.close();
}
