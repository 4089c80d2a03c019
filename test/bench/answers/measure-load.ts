import { setTimeout } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { openStores } from '../../../src/compose.ts';
import { createRandom } from '../../simulator/random.ts';
import { startChild } from '../child-process.ts';
import { quantile } from '../figures.ts';
import { isReceipt } from './answering.ts';
import { checkStored, checkUpdated } from './checks.ts';
import type { RunningBot } from './product-process.ts';
import { answerActivity, storePrompt } from './prompt-to-answer.ts';
import { startSurroundings, tenantId } from './surroundings.ts';

export interface LoadOptions {
  readonly people: number;
  /** Within so many seconds they all answer, at random moments. */
  readonly seconds: number;
}

/** Before it counts, so many people answer, a hundred a second, so that the processes are warm. */
const warmUps = 500;
const warmUpMs = 10;

/**
 * How long people wait when everybody answers in the same minute: through the whole product with both roles, the store
 * in a process of its own. People press the button when they like, however slow the answers before were; what each waits
 * is counted from that moment.
 */
export async function measureLoad({ people: count, seconds }: LoadOptions): Promise<void> {
  const { teams, config, close } = await startSurroundings('both');
  const { stores, client } = await openStores(config);
  const { broadcastId, people } = await storePrompt(stores, warmUps + count, teams.serviceUrl);
  const product = await startChild<RunningBot>('answers/product-process.ts', config);
  const authorization = await teams.authorization();
  const agent = new Agent({ connections: 512 });

  const waits = async (person: (typeof people)[number], at: number): Promise<number> => {
    await setTimeout(Math.max(0, at - performance.now()));
    const activity = answerActivity(person, broadcastId, teams.serviceUrl, tenantId);
    const headers = { authorization, 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify(activity);
    const response = await request(product.ready.endpoint, { method: 'POST', headers, body, dispatcher: agent });
    const text = await response.body.text();
    if (response.statusCode !== 200 || !isReceipt(text)) throw new Error(`${response.statusCode} ${text}`);
    return performance.now() - at;
  };

  const warming = performance.now();
  await Promise.all(people.slice(0, warmUps).map((person, index) => waits(person, warming + index * warmUpMs)));
  const random = createRandom(11);
  const began = performance.now();
  const waited = await Promise.all(
    people.slice(warmUps).map((person) => waits(person, began + random() * seconds * 1_000)),
  );
  const took = (performance.now() - began) / 1_000;
  await teams.updated(people.length);

  await checkStored(stores.responses, broadcastId, people, ({ answers: { q1 } }) =>
    q1?.kind === 'scale' ? q1.value : undefined,
  );
  checkUpdated(teams, people);
  const rounded = (value: number) => Number(value.toFixed(1));
  const [half, p99, most] = [quantile(waited, 0.5), quantile(waited, 0.99), Math.max(...waited)].map(rounded);
  const { cpuMs, peakMemoryMb } = await product.usage();
  const [cpuSeconds, memoryMb] = [rounded(cpuMs / 1_000), Math.round(peakMemoryMb)];
  const figures = {
    figure: 'everybody at once',
    people: count,
    seconds,
    took: rounded(took),
    halfMs: half,
    p99Ms: p99,
    mostMs: most,
  };
  process.stdout.write(`${JSON.stringify({ ...figures, cpuSeconds, memoryMb, stored: people.length })}\n`);
  process.stdout.write(
    `${count} people answered within ${seconds} s: half of them waited at most ${half} ms, 99 of 100 at most ${p99} ms, ` +
      `nobody more than ${most} ms. Every answer was found stored as it was given, and each message updated once.\n`,
  );

  await product.stop();
  await agent.close();
  client.dispose();
  await close();
}
