import { type Container, containers } from '../src/cosmos/containers.ts';

/** A container as the Bicep template reads it from containers.json. */
export interface ListedContainer {
  readonly id: string;
  readonly partitionKey: string;
  readonly indexingPolicy: Container['indexingPolicy'];
  /** In seconds. */
  readonly defaultTtl?: number;
}

/** What containers.json must say: the containers of the product, from their one description in the code. */
export function containerList(): readonly ListedContainer[] {
  return containers.map(({ id, partitionKey, indexingPolicy, defaultTtl }) => {
    const [path, ...further] = partitionKey.paths;
    if (path === undefined || further.length > 0 || partitionKey.version !== 2) {
      throw new Error(`The template cannot describe the partition key of ${id}.`);
    }
    const ttl = defaultTtl === undefined ? {} : { defaultTtl };
    return { id, partitionKey: path, indexingPolicy, ...ttl };
  });
}
