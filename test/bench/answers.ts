import { parseArgs } from 'node:util';
import { openStores } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import { createCosmosResponseStore } from '../../src/cosmos/cosmos-response-store.ts';
import { ensureContainers } from '../../src/cosmos/database.ts';
import type { BareBotInput } from './answers/bare-process.ts';
import { checkStored, checkUpdated } from './answers/checks.ts';
import type { RunningBot } from './answers/product-process.ts';
import { storePrompt } from './answers/prompt-to-answer.ts';
import { printReport } from './answers/report.ts';
import { type Round, runRound } from './answers/round.ts';
import { startStandInTeams } from './answers/stand-in-teams.ts';
import type { Storage } from './answers/storage-process.ts';
import { startChild } from './child-process.ts';

/**
 * Answers a second through the whole product, beside a bot of nothing but botbuilder and restify that stores the same
 * answer and shows the same card. Both run in turns, each in a process of its own, on one embedded store in a third;
 * the turns are short and many, so that whatever else the machine does meanwhile falls on both alike.
 */
const { values } = parseArgs({
  options: {
    'warm-ups': { type: 'string', default: '10' },
    rounds: { type: 'string', default: '25' },
    answers: { type: 'string', default: '400' },
    'at-once': { type: 'string', default: '32' },
    tokens: { type: 'string', default: '1' },
  },
});
const [warmUps, rounds, answers] = [Number(values['warm-ups']), Number(values.rounds), Number(values.answers)];
const [atOnce, tokens] = [Number(values['at-once']), Number(values.tokens)];

const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';

const storage = await startChild<Storage>('answers/storage-process.ts');
const teams = await startStandInTeams(appId);
const { cosmos, queueConnectionString } = storage.ready;
const { issuer, openIdMetadataUrl, serviceUrl } = teams;
const config: Config = {
  production: false,
  role: 'web',
  http: { host: '127.0.0.1', port: 0 },
  logLevel: 'info',
  contactAddress: 'roadmap@example.org',
  sendingHours: 'any-time',
  daysBetweenPrompts: 7,
  tenantPerSecond: 50,
  bot: {
    appId,
    appType: 'SingleTenant',
    tenantId,
    defaultServiceUrl: serviceUrl,
    localIssuer: { issuer, openIdMetadataUrl },
  },
  api: { clientId: appId, audience: `api://${appId}` },
  cosmos: { ...cosmos, database: 'product' },
  queue: { connectionString: queueConnectionString },
  queueName: 'deliveries',
};

const { stores, client } = await openStores(config);
const bareResponses = createCosmosResponseStore((await ensureContainers(client, 'bare')).container('responses'));
const { broadcastId, people } = await storePrompt(stores, (warmUps + rounds) * answers, serviceUrl);
const parts = { storage, teams, tenantId, broadcastId, atOnce, tokens };
const inRound = (round: number) => people.slice(round * answers, (round + 1) * answers);

const product = await startChild<RunningBot>('answers/product-process.ts', config);
const runProduct = (round: number) =>
  runRound({ ...parts, bot: product, updatedAfter: (round + 1) * answers }, inRound(round));
const first = await runProduct(0);
const bareInput: BareBotInput = {
  appId,
  tenantId,
  issuer,
  openIdMetadataUrl,
  cosmos: { ...cosmos, database: 'bare' },
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
await Promise.all([storage.stop(), teams.close()]);
