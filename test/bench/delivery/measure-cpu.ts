import { listAreas } from '../../../src/people/areas.ts';
import { type Child, startChild } from '../child-process.ts';
import { median } from '../figures.ts';
import { drawCard, finishedOutcome, planPrompt, storePrompt } from './broadcast.ts';
import { printFigure, printSentence, rounded, tell } from './output.ts';
import type { PostInput } from './post-process.ts';
import { countReceived } from './received.ts';
import type { Spent } from './spent.ts';
import { startWorld, type World } from './world.ts';

export interface CpuOptions {
  readonly rounds: number;
  readonly messages: number;
}

/** So many posts as one sender has under way at once. */
const atOnce = 36;
const unlimited = 100_000;
const areas = listAreas().all.map(({ slug }) => slug);
const ways = ['fetch', 'send', 'slices', 'whole'] as const;
type Round = Readonly<Record<(typeof ways)[number], Spent>>;

/**
 * What a message costs, with no limit: posted by fetch, by our send alone, by the engine from queued slices, and by the
 * engine from the confirmed broadcast on, planning and reservations of the week's prompt included. Each prompt goes to
 * another area, because nobody gets two in a week.
 */
export async function measureCpu({ rounds, messages }: CpuOptions): Promise<void> {
  const prompts = 2 * (rounds + 1);
  if (prompts > areas.length) throw new RangeError('There are not so many areas');
  const world = await startWorld({
    people: prompts * messages,
    tenantPerSecond: unlimited,
    teams: { limits: 'off' },
    areaOf: (index) => areas[Math.floor(index / messages)] ?? '',
  });
  const engine = await startChild('answers/product-process.ts', world.config);
  const card = await drawCard(world);
  const base = { serviceUrl: world.teams.serviceUrl, card, messages, atOnce, warmUp: messages };
  const send = (number: number, planned: boolean) => sendPrompt(world, engine, areas[number] ?? '', messages, planned);

  await send(0, true);
  await send(1, false);
  const before = await countReceived(world.teams, world.people);
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    measured.push({
      fetch: await post({ ...base, way: 'fetch' }),
      send: await post({ ...base, way: 'send' }),
      slices: await send(2 * round, true),
      whole: await send(2 * round + 1, false),
    });
    tell(`cpu: round ${round} ${JSON.stringify(measured.at(-1))}`);
  }
  const { messages: after } = await countReceived(world.teams, world.people);
  const expected = before.messages + rounds * messages * (2 + 2 * 2);
  if (after !== expected) throw new Error(`${after} messages arrived instead of ${expected}`);
  await engine.stop();
  await world.close();
  report(measured, messages, Buffer.byteLength(JSON.stringify(card)));
}

async function post(input: PostInput): Promise<Spent> {
  const child = await startChild<Spent>('delivery/post-process.ts', input);
  await child.stop();
  return child.ready;
}

async function sendPrompt(
  world: World,
  engine: Child<unknown>,
  area: string,
  messages: number,
  planned: boolean,
): Promise<Spent> {
  const { id } = await storePrompt(world, [area], messages);
  const work = planned ? await planPrompt(world, id) : [{ kind: 'plan', broadcastId: id } as const];
  const [before, began] = [await engine.usage(), performance.now()];
  for (const each of work) await world.queue.enqueue(each);
  const { sent } = await finishedOutcome(world, id);
  const [after, seconds] = [await engine.usage(), (performance.now() - began) / 1_000];
  if (sent !== messages) throw new Error(`${sent} of ${messages} were sent to`);
  return { cpuMs: (after.cpuMs - before.cpuMs) / messages, seconds };
}

function report(measured: readonly Round[], messages: number, cardBytes: number): void {
  const ratioOf = (way: (typeof ways)[number]) => median(measured.map((round) => round[way].cpuMs / round.fetch.cpuMs));
  for (const way of ways) {
    printFigure('cpu', {
      way,
      cpuMs: rounded(median(measured.map((round) => round[way].cpuMs)), 3),
      messagesPerSecond: Math.round(median(measured.map((round) => messages / round[way].seconds))),
      timesFetch: rounded(ratioOf(way), 2),
      ratios: measured.map((round) => rounded(round[way].cpuMs / round.fetch.cpuMs, 2)),
      rounds: measured.length,
      messages,
      cardBytes,
    });
  }
  printSentence(
    `Of the CPU that fetch takes to post a message, our send takes ${rounded(ratioOf('send'), 2)} times as much, the ` +
      `engine ${rounded(ratioOf('slices'), 2)} times with the queue, a claim and a record in the store for everybody, ` +
      `and ${rounded(ratioOf('whole'), 2)} times with the planning and the reservation of everybody's week.`,
  );
}
