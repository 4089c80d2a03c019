import type { Database } from '@azure/cosmos';
import { type CosmosAccount, ensureContainers, openCosmos } from '../../src/cosmos/database.ts';
import { startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import { unique } from './samples.ts';

export interface CosmosBackend {
  readonly name: string;
  open(): Promise<{ readonly database: Database; close(): Promise<void> }>;
}

/**
 * The embedded server and, when COSMOS_ENDPOINT and COSMOS_KEY are set, that account or emulator too. Each opening
 * makes a database of its own, and closing deletes it.
 */
export function cosmosBackends(environment: NodeJS.ProcessEnv): readonly CosmosBackend[] {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = environment;
  const backends = [{ name: 'embedded Cosmos DB', open: openEmbedded }];
  if (endpoint !== undefined && key !== undefined) {
    backends.push({ name: `Cosmos DB at ${endpoint}`, open: () => openDatabase({ endpoint, key }) });
  }
  return backends;
}

async function openEmbedded() {
  const server = await startEmbeddedCosmos({ port: 0 });
  const { database, close } = await openDatabase(server);
  return {
    database,
    async close() {
      await close();
      await server.close();
    },
  };
}

async function openDatabase(account: CosmosAccount) {
  const client = openCosmos(account);
  const database = await ensureContainers(client, unique('contract'));
  return {
    database,
    async close() {
      await database.delete();
      client.dispose();
    },
  };
}
