import { type Container, ErrorResponse, type JSONValue, type Resource } from '@azure/cosmos';
import PQueue from 'p-queue';
import { type Created, type Removed, VersionConflict, type Versioned } from '../storage/versioned.ts';
import { hasCode } from './has-code.ts';

/** How a value lies in its container. `toItem` and `fromItem` are each other's inverse. */
export interface Shape<Value, Item extends { readonly id: string }> {
  /** What an error calls the value. */
  readonly what: string;
  readonly partitionKey: keyof Item & string;
  readonly toItem: (value: Value) => Item;
  readonly fromItem: (item: Item) => Value;
}

export interface Query {
  /** The condition after `WHERE`; it names the partition key too, unless the query is over all partitions. */
  readonly where: string;
  readonly parameters: Readonly<Record<string, JSONValue>>;
  /** Left out, the query goes over all partitions. */
  readonly partition?: string;
}

/** Reads and writes single items; every store on Cosmos DB is made of these. */
export interface Items<Value> {
  read(id: string, partition: string): Promise<Versioned<Value> | undefined>;
  /** Throws RangeError when Cosmos DB cannot hold the id. */
  create(value: Value): Promise<Created<Value>>;
  /** Throws VersionConflict when `etag` is not current or the item is gone. */
  replace(value: Value, etag: string): Promise<Versioned<Value>>;
  /** Writes an item whatever stood there. Throws RangeError when Cosmos DB cannot hold the id. */
  put(value: Value): Promise<void>;
  /** Sets properties, by their paths, in one patch, whatever else is written meanwhile; false when there is no such item. */
  set(id: string, partition: string, values: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Removes an item; false when it is gone. Throws VersionConflict when `etag` is not current. */
  remove(id: string, partition: string, etag: string): Promise<boolean>;
  /** Removes matches, at most `limit`, whatever else is written meanwhile. The query names one partition. */
  removeSome(query: Query & { readonly partition: string }, limit: number): Promise<Removed>;
  /** Everything that matches, in no particular order. */
  all(query: Query): Promise<readonly Value[]>;
  allVersioned(query: Query): Promise<readonly Versioned<Value>[]>;
  /** Matches in the order of their ids, at most `limit`, after the id `after`. */
  some(query: Query, limit: number, after?: string): Promise<readonly Versioned<Value>[]>;
  /** At most `limit` matches in the order of their ids, after the id `after`; `next` is the last id when more follow. */
  page(
    query: Query,
    limit: number,
    after?: string,
  ): Promise<{ readonly values: readonly Value[]; readonly next?: string }>;
  count(query: Query): Promise<number>;
}

const pageSize = 1000;
const removalsAtOnce = 16;

/** Opens the items of one shape in a container. */
export function openItems<Value, Item extends { readonly id: string }>(
  container: Container,
  shape: Shape<Value, Item>,
): Items<Value> {
  const partitionOf = (item: Item) => String(item[shape.partitionKey]);
  const versioned = (item: Item & Resource): Versioned<Value> => ({
    value: shape.fromItem(withoutSystemFields(item)),
    etag: item._etag,
  });

  async function read(id: string, partition: string): Promise<Versioned<Value> | undefined> {
    if (!isItemId(id)) return undefined;
    const { resource, statusCode, substatus } = await container.item(id, partition).read<Item>();
    if (resource !== undefined) return versioned(resource);
    if (statusCode === 404 && !substatus) return undefined;
    throw unreadable(shape.what, statusCode, substatus);
  }

  function itemOf(value: Value): Item {
    const item = shape.toItem(value);
    if (!isItemId(item.id)) throw new RangeError(`Cosmos DB cannot hold a ${shape.what} under this id`);
    return item;
  }

  async function create(value: Value): Promise<Created<Value>> {
    const item = itemOf(value);
    try {
      const { resource } = await container.items.create<Item>(item);
      return { created: true, stored: versioned(present(resource, shape.what)) };
    } catch (error) {
      if (!hasCode(error, 409)) throw error;
      const stored = await read(item.id, partitionOf(item));
      if (stored === undefined) throw new VersionConflict(shape.what, { cause: error });
      return { created: false, stored };
    }
  }

  async function replace(value: Value, etag: string): Promise<Versioned<Value>> {
    const item = itemOf(value);
    try {
      const { resource } = await container
        .item(item.id, partitionOf(item))
        .replace<Item>(item, { accessCondition: { type: 'IfMatch', condition: etag } });
      return versioned(present(resource, shape.what));
    } catch (error) {
      if (hasCode(error, 412) || hasCode(error, 404)) throw new VersionConflict(shape.what, { cause: error });
      throw error;
    }
  }

  async function put(value: Value): Promise<void> {
    await container.items.upsert<Item>(itemOf(value));
  }

  async function set(id: string, partition: string, values: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      const operations = Object.entries(values).map(([path, value]) => ({ op: 'set' as const, path, value }));
      await container.item(id, partition).patch(operations);
      return true;
    } catch (error) {
      if (hasCode(error, 404)) return false;
      throw error;
    }
  }

  async function remove(id: string, partition: string, etag: string): Promise<boolean> {
    try {
      await container.item(id, partition).delete({ accessCondition: { type: 'IfMatch', condition: etag } });
      return true;
    } catch (error) {
      if (hasCode(error, 404)) return false;
      if (hasCode(error, 412)) throw new VersionConflict(shape.what, { cause: error });
      throw error;
    }
  }

  async function removeSome(query: Query & { readonly partition: string }, limit: number): Promise<Removed> {
    checkPageLimit(limit);
    const ids = await run<string>(`SELECT TOP ${limit} VALUE c.id FROM c WHERE ${query.where}`, query, limit);
    const queue = new PQueue({ concurrency: removalsAtOnce });
    const removals = await queue.addAll(ids.map((id) => () => removeAny(id, query.partition)));
    return { removed: removals.filter((gone) => gone).length, more: ids.length === limit };
  }

  /** False when somebody else removed it. */
  async function removeAny(id: string, partition: string): Promise<boolean> {
    try {
      await container.item(id, partition).delete();
      return true;
    } catch (error) {
      if (hasCode(error, 404)) return false;
      throw error;
    }
  }

  async function run<Row>(text: string, query: Query, maxItemCount: number): Promise<readonly Row[]> {
    const parameters = Object.entries(query.parameters).map(([name, value]) => ({ name: `@${name}`, value }));
    const scope = query.partition === undefined ? {} : { partitionKey: query.partition };
    const { resources } = await container.items
      .query<Row>({ query: text, parameters }, { ...scope, maxItemCount })
      .fetchAll();
    return resources;
  }

  async function all(query: Query): Promise<readonly Value[]> {
    return (await allVersioned(query)).map(({ value }) => value);
  }

  async function allVersioned(query: Query): Promise<readonly Versioned<Value>[]> {
    return (await run<Item & Resource>(`SELECT * FROM c WHERE ${query.where}`, query, pageSize)).map(versioned);
  }

  async function some(query: Query, limit: number, after = ''): Promise<readonly Versioned<Value>[]> {
    const text = `SELECT TOP ${limit} * FROM c WHERE ${query.where} AND c.id > @after ORDER BY c.id`;
    const items = await run<Item & Resource>(text, { ...query, parameters: { ...query.parameters, after } }, limit);
    return items.map(versioned);
  }

  async function page(query: Query, limit: number, after = '') {
    checkPageLimit(limit);
    const items = (await some(query, limit + 1, after)).map(({ value }) => value);
    const values = items.slice(0, limit);
    const last = values.at(-1);
    return { values, ...(items.length > limit && last !== undefined ? { next: shape.toItem(last).id } : {}) };
  }

  async function count(query: Query): Promise<number> {
    const counts = await run<number>(`SELECT VALUE COUNT(1) FROM c WHERE ${query.where}`, query, pageSize);
    return counts.reduce((sum, part) => sum + part, 0);
  }

  return { read, create, replace, put, set, remove, removeSome, all, allVersioned, some, page, count };
}

function checkPageLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > pageSize) throw new RangeError('A page holds 1 to 1,000');
}

/**
 * Whether Cosmos DB can hold an item under `id`: 1 to 1,023 bytes, without the characters that separate the parts of
 * an address (https://learn.microsoft.com/azure/cosmos-db/concepts-limits#per-item-limits).
 */
function isItemId(id: string): boolean {
  return id !== '' && Buffer.byteLength(id) <= 1023 && !/[/\\?#]/.test(id);
}

function withoutSystemFields<Item extends { readonly id: string }>(item: Item): Item {
  const { _rid, _self, _etag, _ts, _attachments, ...own } = item as Item &
    Partial<Resource> & { _attachments?: string };
  return own as unknown as Item;
}

function present<T>(resource: T | undefined, what: string): T {
  if (resource === undefined) throw new ErrorResponse(`Cosmos DB answered a write of ${what} without the item`);
  return resource;
}

/** A 404 with a substatus says that the session or the container was not found, which does not mean "no such item". */
function unreadable(what: string, code: number, substatus = 0): ErrorResponse {
  return Object.assign(new ErrorResponse(`Cosmos DB cannot read ${what}: ${code}/${substatus}`), { code, substatus });
}
