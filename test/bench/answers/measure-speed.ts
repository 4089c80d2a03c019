import { openStores } from '../../../src/compose.ts';
import { createCosmosResponseStore } from '../../../src/cosmos/cosmos-response-store.ts';
import { ensureContainers } from '../../../src/cosmos/database.ts';
import { startChild } from '../child-process.ts';
import type { BareBotInput } from './bare-process.ts';
import { checkStored, checkUpdated } from './checks.ts';
import type { RunningBot } from './product-process.ts';
import { storePrompt } from './prompt-to-answer.ts';
import { printReport } from './report.ts';
import { type Round, runRound } from './round.ts';
import { appId, startSurroundings, tenantId } from './surroundings.ts';

export interface SpeedOptions {
  readonly warmUps: number;
  readonly rounds: number;
  /** In a round. */
  readonly answers: number;
  readonly atOnce: number;
  /** How many different tokens vouch for the activities of a round. */
  readonly tokens: number;
}

/**
 * Answers a second through the whole product, beside a bot of nothing but botbuilder and restify that stores the same
 * answer and shows the same card. Both run in turns, each in a process of its own, on one embedded store in a third;
 * the turns are short and many, so that whatever else the machine does meanwhile falls on both alike.
 */
export async function measureSpeed({ warmUps, rounds, answers, atOnce, tokens }: SpeedOptions): Promise<void> {
  const { storage, teams, config, close } = await startSurroundings('web');
  const { stores, client } = await openStores(config);
  const bareResponses = createCosmosResponseStore((await ensureContainers(client, 'bare')).container('responses'));
  const { broadcastId, people } = await storePrompt(stores, (warmUps + rounds) * answers, teams.serviceUrl);
  const parts = { storage, teams, tenantId, broadcastId, atOnce, tokens };
  const inRound = (round: number) => people.slice(round * answers, (round + 1) * answers);

  const product = await startChild<RunningBot>('answers/product-process.ts', config);
  const runProduct = (round: number) =>
    runRound({ ...parts, bot: product, updatedAfter: (round + 1) * answers }, inRound(round));
  const first = await runProduct(0);
  const bareInput: BareBotInput = {
    appId,
    tenantId,
    issuer: teams.issuer,
    openIdMetadataUrl: teams.openIdMetadataUrl,
    cosmos: { ...storage.ready.cosmos, database: 'bare' },
    card: JSON.parse(first.lastBody).value,
  };
  const bare = await startChild<RunningBot>('answers/bare-process.ts', bareInput);
  const runBare = (round: number) => runRound({ ...parts, bot: bare, updatedAfter: 0 }, inRound(round));
  await runBare(0);

  const measured: { product: Round; bare: Round }[] = [];
  for (let round = 1; round < warmUps + rounds; round += 1) {
    const results = { product: await runProduct(round), bare: await runBare(round) };
    if (round >= warmUps) measured.push(results);
  }

  const peakMemoryMb = { product: (await product.usage()).peakMemoryMb, bare: (await bare.usage()).peakMemoryMb };

  await checkStored(stores.responses, broadcastId, people, ({ answers: { q1 } }) =>
    q1?.kind === 'scale' ? q1.value : undefined,
  );
  await checkStored(bareResponses, broadcastId, people, ({ answers: { q1 } }) => q1);
  checkUpdated(teams, people);
  printReport({
    measured,
    peakMemoryMb,
    answersARound: answers,
    stored: 2 * people.length,
    replyBytes: Buffer.byteLength(first.lastBody),
  });

  await Promise.all([product.stop(), bare.stop()]);
  client.dispose();
  await close();
}
