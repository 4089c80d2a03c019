import { containers } from '../../src/cosmos/containers.ts';
import { openCosmos } from '../../src/cosmos/database.ts';
import type { ProductUnderTest } from './product-under-test.ts';

export type StoredItem = Readonly<Record<string, unknown>> & { readonly id: string };

/** Every item of every container, just as the database holds it, by container and in order of id. */
export async function everythingStored({
  config,
}: ProductUnderTest): Promise<Readonly<Record<string, readonly StoredItem[]>>> {
  const { endpoint, key = '', database } = config.cosmos;
  const client = openCosmos({ endpoint, key });
  try {
    const found = await Promise.all(
      containers.map(async ({ id }) => {
        const { resources } = await client
          .database(database)
          .container(id)
          .items.query<StoredItem>('SELECT * FROM c')
          .fetchAll();
        return [id, resources.toSorted((one, other) => (one.id < other.id ? -1 : 1))] as const;
      }),
    );
    return Object.fromEntries(found);
  } finally {
    client.dispose();
  }
}
