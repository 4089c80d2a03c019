import { CosmosClient, type Database } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import { containers } from './containers.ts';
import { hasCode } from './has-code.ts';
import { createHttpClient } from './http-client.ts';

/** Where the account is, and how to sign in to it: a key (emulators) or an identity. */
export type CosmosAccount =
  | { readonly endpoint: string; readonly key: string }
  | { readonly endpoint: string; readonly credential: TokenCredential };

/**
 * Opens a client; nothing is sent before its first use. Call `dispose()` when done with it, or a timer that refreshes
 * the list of regions keeps running.
 *
 * Waiting out 429 ends after 3 seconds, because a card action must be answered within 5; what is left is thrown with
 * its `code`. Writes go to one region only: two could each create the same id, and "created once" would not hold.
 */
export function openCosmos(account: CosmosAccount): CosmosClient {
  const emulator = account.endpoint.startsWith('http:');
  return new CosmosClient({
    endpoint: account.endpoint,
    ...('key' in account ? { key: account.key } : { aadCredentials: account.credential }),
    httpClient: createHttpClient(),
    connectionPolicy: {
      requestTimeout: emulator ? 60_000 : 10_000,
      enableEndpointDiscovery: !emulator,
      useMultipleWriteLocations: false,
      retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 3 },
    },
  });
}

/**
 * Makes the database and the containers that are missing and returns the database. What exists is only read, never
 * changed: in production Bicep makes everything, and the identity of the product may read and write items but not
 * create containers, so that a missing one surfaces here as 403. Several processes may do this at once.
 */
export async function ensureContainers(client: CosmosClient, databaseId: string): Promise<Database> {
  const database = client.database(databaseId);
  await ensure(
    () => database.read(),
    () => client.databases.create({ id: databaseId }),
  );
  await Promise.all(
    containers.map((definition) =>
      ensure(
        () => database.container(definition.id).read(),
        () => database.containers.create(structuredClone(definition)),
      ),
    ),
  );
  return database;
}

async function ensure(read: () => Promise<unknown>, create: () => Promise<unknown>): Promise<void> {
  try {
    await read();
    return;
  } catch (error) {
    if (!hasCode(error, 404)) throw error;
  }
  try {
    await create();
  } catch (error) {
    if (!hasCode(error, 409)) throw error;
  }
}
