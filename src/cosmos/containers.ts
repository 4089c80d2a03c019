import type { ContainerDefinition } from '@azure/cosmos';

/** A container of the product: what it is called, how it is partitioned and what of it is indexed. */
export type Container = Required<Pick<ContainerDefinition, 'id' | 'partitionKey' | 'indexingPolicy'>> & {
  /** After so many seconds the service removes an item by itself; never when absent. */
  readonly defaultTtl?: number;
};

/**
 * Every container of the product, and the one description of them: the Bicep template must say the same.
 *
 * Only what is queried is indexed. The service always indexes `id` (under the indexing mode `consistent`), so
 * `ORDER BY c.id` needs no entry, but it does not index a partition key that a policy leaves out
 * (https://learn.microsoft.com/azure/cosmos-db/how-to-manage-indexing-policy).
 */
export const containers: readonly Container[] = [
  container('people', '/id', ['/area/?', '/reach/state/?', '/prompted/at/?', '/duties/roadmapOwner/?']),
  container('roadmap', '/itemId', []),
  container('broadcasts', '/month', []),
  container('deliveries', '/broadcastId', ['/type/?']),
  container('responses', '/broadcastId', ['/uncounted/?']),
  container('participation', '/broadcastId', []),
  container('results', '/broadcastId', []),
  container('audit', '/month', []),
  { ...container('idempotency', '/personId', []), defaultTtl: 2 * 24 * 60 * 60 },
  container('senders', '/tenant', []),
];

function container(id: string, partitionKey: string, queried: readonly string[]): Container {
  const indexed = partitionKey === '/id' ? queried : [`${partitionKey}/?`, ...queried];
  return {
    id,
    partitionKey: { paths: [partitionKey], version: 2 },
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: indexed.map((path) => ({ path })),
      excludedPaths: [{ path: '/*' }],
    },
  };
}
