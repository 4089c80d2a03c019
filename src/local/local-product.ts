import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Product, startProduct } from '../compose.ts';
import type { Config, LocalConfig } from '../config.ts';
import type { Person } from '../people/person.ts';
import { usualRetentionMonths } from '../rights/keeping-time.ts';
import { systemClock } from '../time/clock.ts';
import { startEmbeddedCosmos } from './embedded-cosmos.ts';
import { startEmbeddedQueue } from './embedded-queue.ts';
import { requireFreePorts } from './free-ports.ts';
import { type LocalTeams, startLocalTeams } from './local-teams.ts';
import { startPlayground } from './playground.ts';
import { loadSample } from './sample/load-sample.ts';
import { playgroundPeople } from './sample/people.ts';
import { startSigningGateway } from './signing-gateway.ts';
import { startTeamsHost } from './teams-host/start-teams-host.ts';

/** Made up; the same every time, so that a client may keep them. */
const appId = 'c9f0b6a4-3f4e-4d68-9d3b-6e0f5f1a2b10';
const tenantId = '7d0c1c54-58f2-4b5f-8f0e-2f6b7f3f9a11';
const api = { clientId: appId, audience: `api://localhost/${appId}` };
const tabFolder = fileURLToPath(new URL('../../dist/tab', import.meta.url));

export interface LocalChat {
  readonly person: Person;
  /** What they are here: "lead of Wessex". */
  readonly role: string;
  readonly url: string;
}

export interface LocalProduct {
  /** The page that plays the part of Teams around the tab. */
  readonly tabUrl: string;
  readonly chats: readonly LocalChat[];
  readonly cosmosEndpoint: string;
  readonly botUrl: string;
  readonly queueUrl: string;
  /** Ends everything that was started. */
  stop(): Promise<void>;
}

/** Whose chats are opened, in the order of their ports, and as whom one can open the tab. */
const localPeople = [
  { person: playgroundPeople.leadOfWessex, role: 'lead of Wessex' },
  { person: playgroundPeople.staffOfWessex, role: 'staff of Wessex' },
  { person: playgroundPeople.leadOfCymruWales, role: 'lead of Cymru-Wales' },
  { person: playgroundPeople.staffOfCymruWales, role: 'staff of Cymru-Wales' },
  { person: playgroundPeople.roadmapOwner, role: 'roadmap owner' },
];

/**
 * Starts the product on this machine alone, with an embedded store and queue, sample data, and a Playground for each of
 * five people. Throws LocalStartError; then nothing is left running.
 */
export async function startLocalProduct(local: LocalConfig, log: Logger): Promise<LocalProduct> {
  await requireFreePorts(wantedPorts(local));
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const started = await startAll(local, log, stops);
    return { ...started, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  local: LocalConfig,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<Omit<LocalProduct, 'stop'>> {
  const [cosmos, queue, teams, workDir] = await Promise.all([
    startEmbeddedCosmos({ port: local.cosmosPort }),
    startEmbeddedQueue({ port: local.queuePort }),
    startLocalTeams({ appId, tenantId, api }),
    mkdtemp(join(tmpdir(), 'cps-roadmap-')),
  ]);
  stops.push(() => rm(workDir, { recursive: true, force: true }), teams.close, queue.close, cosmos.close);
  const tabHost = await startTeamsHost({
    port: local.tabHostPort,
    tabUrl: `http://127.0.0.1:${local.botPort}/tab/`,
    tenantId,
    people: localPeople.map(({ person, role }) => ({
      id: person.id,
      label: labelOf(person, role),
      language: person.language,
    })),
    token: teams.apiToken,
  });
  stops.push(tabHost.close);
  const config = configOf(local, cosmos, queue.connectionString, teams, tabHost.origin);
  const product: Product = await startProduct(config, log);
  stops.push(product.stop);
  await loadSample(product.stores, systemClock);
  const ports = localPeople.map((_, index) => local.playgroundPorts.first + index);
  const botUrl = `http://127.0.0.1:${local.botPort}/api/messages`;
  const gateway = await startSigningGateway({
    port: local.gatewayPort,
    target: botUrl,
    serviceUrls: ports.map((port) => `http://127.0.0.1:${port}/_connector`),
    token: teams.token,
  });
  stops.push(gateway.close);
  const users = localPeople.map(({ person, role }) => ({
    aadObjectId: person.id,
    name: labelOf(person, role),
  }));
  const chats = await Promise.all(
    localPeople.map(async ({ person, role }, index): Promise<LocalChat> => {
      const playground = await startPlayground({
        port: ports[index] ?? 0,
        botEndpoint: gateway.url,
        users,
        currentUser: person.id,
        tenantId,
        botId: `28:${appId}`,
        workDir,
      });
      stops.push(playground.stop);
      await playground.install();
      return { person, role, url: playground.url };
    }),
  );
  return {
    tabUrl: tabHost.url,
    chats,
    cosmosEndpoint: cosmos.endpoint,
    botUrl,
    queueUrl: `http://127.0.0.1:${local.queuePort}`,
  };
}

/** "Graham, lead of Wessex". */
function labelOf({ name }: Person, role: string): string {
  return `${name?.split(' ')[0]}, ${role}`;
}

function configOf(
  local: LocalConfig,
  cosmos: { readonly endpoint: string; readonly key: string },
  connectionString: string,
  teams: LocalTeams,
  tabHostOrigin: string,
): Config {
  return {
    production: false,
    role: 'both',
    http: { host: '127.0.0.1', port: local.botPort },
    logLevel: local.logLevel,
    contactAddress: 'roadmap@example.org',
    bot: {
      appId,
      appType: 'SingleTenant',
      tenantId,
      defaultServiceUrl: teams.connectorUrl,
      localIssuer: { issuer: teams.issuer, openIdMetadataUrl: teams.openIdMetadataUrl },
    },
    api: { ...api, localJwksUrl: teams.apiJwksUrl },
    tab: { folder: tabFolder, hostOrigins: [tabHostOrigin], opensAt: { page: `${tabHostOrigin}/` } },
    cosmos: { ...cosmos, database: 'cps-roadmap' },
    queue: { connectionString },
    queueName: 'deliveries',
    sendingHours: 'any-time',
    daysBetweenPrompts: 0,
    tenantPerSecond: 50,
    resultsEveryMinutes: 1,
    retentionMonths: usualRetentionMonths,
    fileUploadHosts: [],
  };
}

function wantedPorts(local: LocalConfig) {
  return [
    { port: local.tabHostPort, what: 'the page around the tab', setting: 'TAB_HOST_PORT' },
    { port: local.botPort, what: 'the bot', setting: 'PORT' },
    { port: local.gatewayPort, what: 'the gateway that signs activities', setting: 'GATEWAY_PORT' },
    { port: local.cosmosPort, what: 'the embedded Cosmos DB', setting: 'COSMOS_PORT' },
    { port: local.queuePort, what: 'the embedded queue', setting: 'QUEUE_PORT' },
    ...localPeople.map(({ role }, index) => ({
      port: local.playgroundPorts.first + index,
      what: `the chat of the ${role}`,
      setting: 'PLAYGROUND_PORT (the first of five)',
    })),
  ];
}
