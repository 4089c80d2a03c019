import { type Created, type Removed, VersionConflict, type Versioned } from '../../src/storage/versioned.ts';

/** How often a store was asked, for benchmarks. A query counts once a page. */
export interface Operations {
  reads: number;
  writes: number;
  queries: number;
}

export interface Counted {
  readonly operations: Operations;
}

export interface MemoryItems<Value> {
  read(id: string, partition: string): Promise<Versioned<Value> | undefined>;
  create(value: Value): Promise<Created<Value>>;
  replace(value: Value, etag: string): Promise<Versioned<Value>>;
  /** False when it is gone. Throws VersionConflict when `etag` is not current. */
  remove(id: string, partition: string, etag: string): Promise<boolean>;
  removeSome(matches: (value: Value) => boolean, limit: number): Promise<Removed>;
  /** In the order of their ids; one page of `limit` after the id `after`, or everything. */
  query(matches: (value: Value) => boolean, limit?: number, after?: string): Promise<MemoryPage<Value>>;
}

export interface MemoryPage<Value> {
  readonly values: readonly Value[];
  readonly next?: string;
}

export interface MemoryShape<Value> {
  readonly what: string;
  readonly id: (value: Value) => string;
  readonly partition: (value: Value) => string;
}

interface Row {
  readonly id: string;
  readonly json: string;
  readonly etag: string;
}

export function noOperations(): Operations {
  return { reads: 0, writes: 0, queries: 0 };
}

/** Items in memory that behave as those of Cosmos DB; values are kept as JSON, so nothing is shared with the caller. */
export function createMemoryItems<Value>(shape: MemoryShape<Value>, operations: Operations): MemoryItems<Value> {
  const rows = new Map<string, Row>();
  let writes = 0;
  /** The rows' keys in the order of their ids; undefined once a row is new. */
  let ordered: readonly { readonly key: string; readonly id: string }[] | undefined;

  const keyOf = (id: string, partition: string) => JSON.stringify([partition, id]);
  const versioned = ({ json, etag }: Row): Versioned<Value> => ({ value: JSON.parse(json) as Value, etag });

  function put(value: Value): Versioned<Value> {
    writes += 1;
    const row = { id: shape.id(value), json: JSON.stringify(value), etag: `"${writes}"` };
    const key = keyOf(row.id, shape.partition(value));
    if (!rows.has(key)) ordered = undefined;
    rows.set(key, row);
    return versioned(row);
  }

  function* inOrder(after: string): Generator<Value> {
    ordered ??= [...rows].map(([key, { id }]) => ({ key, id })).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const keys = ordered;
    for (let index = firstAfter(keys, after); index < keys.length; index += 1) {
      const row = rows.get(keys[index]?.key ?? '');
      if (row !== undefined) yield versioned(row).value;
    }
  }

  return {
    async read(id, partition) {
      operations.reads += 1;
      const row = rows.get(keyOf(id, partition));
      return row === undefined ? undefined : versioned(row);
    },

    async create(value) {
      operations.writes += 1;
      const row = rows.get(keyOf(shape.id(value), shape.partition(value)));
      if (row !== undefined) return { created: false, stored: versioned(row) };
      return { created: true, stored: put(value) };
    },

    async replace(value, etag) {
      operations.writes += 1;
      const row = rows.get(keyOf(shape.id(value), shape.partition(value)));
      if (row?.etag !== etag) throw new VersionConflict(shape.what);
      return put(value);
    },

    async remove(id, partition, etag) {
      operations.writes += 1;
      const key = keyOf(id, partition);
      const row = rows.get(key);
      if (row === undefined) return false;
      if (row.etag !== etag) throw new VersionConflict(shape.what);
      rows.delete(key);
      ordered = undefined;
      return true;
    },

    async removeSome(matches, limit) {
      operations.queries += 1;
      const keys = [...rows].filter(([, row]) => matches(versioned(row).value)).slice(0, limit);
      for (const [key] of keys) rows.delete(key);
      operations.writes += keys.length;
      ordered = undefined;
      return { removed: keys.length, more: keys.length === limit };
    },

    async query(matches, limit = Number.POSITIVE_INFINITY, after = '') {
      operations.queries += 1;
      const found: Value[] = [];
      for (const value of inOrder(after)) {
        if (found.length > limit) break;
        if (matches(value)) found.push(value);
      }
      const values = found.slice(0, limit);
      const last = values.at(-1);
      return { values, ...(found.length > limit && last !== undefined ? { next: shape.id(last) } : {}) };
    },
  };
}

/** The index of the first whose id is greater, found by halving: a page costs the same wherever it begins. */
function firstAfter(ordered: readonly { readonly id: string }[], after: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.id ?? '') > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Throws as a real store does when a page is asked for that none may ask for. */
export function checkPageLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('A page holds 1 to 1,000');
}
