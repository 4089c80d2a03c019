import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '../../simulator/random.ts';
import { finishedOutcome, planPrompt, storePrompt } from './broadcast.ts';
import { printFigure, printSentence, tell } from './output.ts';
import { countReceived, untilReceived } from './received.ts';
import { startSender } from './sender.ts';
import { startWorld, type World } from './world.ts';

export interface KillOptions {
  readonly people: number;
  readonly kills: number;
  readonly seed: number;
}

interface Kills {
  readonly kills: number;
  /** Posts that Teams had in hand when their sender was killed, over all kills. */
  readonly postsInFlight: number;
  /** People who were claimed and without a result when their sender was killed, over all kills. */
  readonly claimsLeft: number;
}

/** Most are killed within so long after their first message, the others while they start. In milliseconds. */
const longestSendingMs = 2_000;
const longestStartMs = 4_000;
const killedWhileStarting = 0.2;

/** Kills the only sender again and again, then lets one finish, and counts what everybody got and what is recorded. */
export async function measureKills({ people, kills, seed }: KillOptions): Promise<void> {
  const latency = { kind: 'lognormal', medianMs: 100, p99Ms: 400 } as const;
  const world = await startWorld({ people, tenantPerSecond: 50, teams: { limits: 'teams', latency, seed } });
  const { id } = await storePrompt(world, 'all', people);
  for (const work of await planPrompt(world, id)) await world.queue.enqueue(work);
  const killed = await killSenders(world, id, kills, createRandom(seed));
  const last = await startSender(world.environment);
  await untilReceived(world.teams, people, 'kill');
  const outcome = await finishedOutcome(world, id);
  await last.stop();

  const received = await countReceived(world.teams, world.people);
  const figures = {
    people,
    ...killed,
    ...received,
    possiblyTwice: outcome.possiblyTwice,
    recorded: outcome,
    unfinished: await countDeliveries(world, id, "c.state != 'sent'"),
  };
  printFigure('kill', figures);
  printSentence(
    `After ${killed.kills} kills ${received.lost} of ${people} people got nothing and ${received.twice} got it twice; ` +
      `${outcome.possiblyTwice} are recorded as possibly twice, with ${killed.postsInFlight} posts in flight and ` +
      `${killed.claimsLeft} people claimed at the kills; ${outcome.sent} are recorded as sent to.`,
  );
  await world.close();
}

async function killSenders(world: World, id: string, kills: number, random: Random): Promise<Kills> {
  let [done, postsInFlight, claimsLeft] = [0, 0, 0];
  while (done < kills) {
    const born = new Date().toISOString();
    const sender = await startSender(world.environment);
    await randomMoment(world, random);
    await sender.kill();
    const { counts } = await world.teams.call('usage', {});
    done += 1;
    postsInFlight += counts.inFlight;
    claimsLeft += await countDeliveries(world, id, `c.state = 'claimed' AND c.at >= '${born}'`);
    tell(`kill ${done}: ${counts.deliveries} messages, ${postsInFlight} in flight and ${claimsLeft} claimed at kills`);
    if ((await world.stores.broadcasts.get(id))?.value.state === 'sent') break;
  }
  return { kills: done, postsInFlight, claimsLeft };
}

async function randomMoment({ teams }: World, random: Random): Promise<void> {
  if (random() < killedWhileStarting) return wait(random() * longestStartMs);
  const { counts } = await teams.call('usage', {});
  await untilReceived(teams, counts.deliveries + 1, 'kill');
  return wait(random() * longestSendingMs);
}

async function countDeliveries({ deliveries }: World, broadcastId: string, condition: string): Promise<number> {
  const where = `c.broadcastId = @broadcastId AND c.type = 'delivery' AND ${condition}`;
  const parameters = [{ name: '@broadcastId', value: broadcastId }];
  const { resources } = await deliveries.items
    .query<number>({ query: `SELECT VALUE COUNT(1) FROM c WHERE ${where}`, parameters })
    .fetchAll();
  return resources.reduce((sum, count) => sum + count, 0);
}
