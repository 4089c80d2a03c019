import type { Config } from '../../../src/config.ts';
import { startChild } from '../child-process.ts';
import { startStandInTeams } from './stand-in-teams.ts';
import type { Storage } from './storage-process.ts';

export const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
export const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';

/** What the product stands on: a store in a process of its own, and what it needs of Teams; and its configuration. */
export async function startSurroundings(role: Config['role']) {
  const storage = await startChild<Storage>('answers/storage-process.ts');
  const teams = await startStandInTeams(appId);
  const { cosmos, queueConnectionString } = storage.ready;
  const { issuer, openIdMetadataUrl, serviceUrl } = teams;
  const config: Config = {
    production: false,
    role,
    http: { host: '127.0.0.1', port: 0 },
    logLevel: 'info',
    contactAddress: 'roadmap@example.org',
    sendingHours: 'any-time',
    daysBetweenPrompts: 7,
    tenantPerSecond: 50,
    resultsEveryMinutes: 1_440,
    retentionMonths: 12,
    fileUploadHosts: [],
    bot: {
      appId,
      appType: 'SingleTenant',
      tenantId,
      defaultServiceUrl: serviceUrl,
      localIssuer: { issuer, openIdMetadataUrl },
    },
    api: { clientId: appId, audience: `api://${appId}` },
    tab: { folder: 'dist/tab', hostOrigins: [] },
    cosmos: { ...cosmos, database: 'product' },
    queue: { connectionString: queueConnectionString },
    queueName: 'deliveries',
  };
  return { storage, teams, config, close: () => Promise.all([storage.stop(), teams.close()]) };
}

export type Surroundings = Awaited<ReturnType<typeof startSurroundings>>;
