import assert from 'node:assert/strict';
import { type Created, changeStored, VersionConflict, type Versioned } from '../../src/storage/versioned.ts';

/** The part of a store that holds single values; every store has it. */
export interface SingleItemStore<Value> {
  get(value: Value): Promise<Versioned<Value> | undefined>;
  create(value: Value): Promise<Created<Value>>;
  replace(value: Value, etag: string): Promise<Versioned<Value>>;
}

export interface SingleItemSamples<Value> {
  /** A value that nobody has stored yet. */
  readonly fresh: () => Value;
  /** Fresh ones that differ in their optional properties and in awkward texts and ids. */
  readonly varied: () => readonly Value[];
  /** Another value under the same id, as somebody else might create it. */
  readonly rival: (value: Value) => Value;
  /** The same value after the next change; `mark` tells changes apart. */
  readonly change: (value: Value, mark: string) => Value;
}

/** What holds for a single value in any store: created once, changed only by whoever saw the latest version. */
export function describeSingleItems<Value>(
  open: () => SingleItemStore<Value>,
  { fresh, varied, rival, change }: SingleItemSamples<Value>,
): void {
  it('finds nothing where nothing was stored', async () => {
    assert.equal(await open().get(fresh()), undefined);
  });

  it('gives back exactly what was stored, and nothing of its own', async () => {
    for (const value of [fresh(), ...varied()]) {
      const created = await open().create(value);
      assert.equal(created.created, true);
      assert.deepEqual(created.stored.value, value);
      const stored = await open().get(value);
      assert.deepEqual(stored, created.stored);

      const changed = change(value, 'once');
      const replaced = await open().replace(changed, created.stored.etag);
      assert.deepEqual(replaced.value, changed);
      assert.deepEqual(await open().get(value), replaced);
    }
  });

  it('creates once and then answers with what stands there', async () => {
    const value = fresh();
    const first = await open().create(value);
    const second = await open().create(rival(value));
    assert.equal(second.created, false);
    assert.deepEqual(second.stored, first.stored);
    assert.deepEqual(await open().get(value), first.stored);
  });

  it('creates once when many create at the same time', async () => {
    const value = fresh();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => open().create(index < 6 ? value : rival(value))),
    );
    assert.equal(results.filter(({ created }) => created).length, 1);
    for (const { stored } of results) assert.deepEqual(stored, results[0]?.stored);
  });

  it('changes the entity tag with each change', async () => {
    const value = fresh();
    const { stored: first } = await open().create(value);
    const second = await open().replace(change(value, 'once'), first.etag);
    assert.notEqual(second.etag, first.etag);
  });

  it('refuses a change by whoever has not seen the latest version', async () => {
    const value = fresh();
    const { stored } = await open().create(value);
    const latest = await open().replace(change(value, 'first'), stored.etag);
    await assert.rejects(open().replace(change(value, 'second'), stored.etag), VersionConflict);
    assert.deepEqual(await open().get(value), latest);
  });

  it('lets one win when many change the same version', async () => {
    const value = fresh();
    const { stored } = await open().create(value);
    const marks = Array.from({ length: 8 }, (_, index) => `mark ${index}`);
    const results = await Promise.allSettled(marks.map((mark) => open().replace(change(value, mark), stored.etag)));
    const winners = results.filter((result) => result.status === 'fulfilled');
    assert.equal(winners.length, 1);
    for (const result of results) {
      if (result.status === 'rejected') assert(result.reason instanceof VersionConflict);
    }
    assert.deepEqual(await open().get(value), winners[0]?.value);
  });

  it('refuses to change what was never stored', async () => {
    const { stored } = await open().create(fresh());
    await assert.rejects(open().replace(change(fresh(), 'first'), stored.etag), VersionConflict);
  });

  it('loses no change when each who lost reads again', async () => {
    const value = fresh();
    await open().create(value);
    const marks = ['one', 'two', 'three', 'four'];
    const results = await Promise.all(
      marks.map((mark) =>
        changeStored(
          () => open().get(value),
          (changed, etag) => open().replace(changed, etag),
          (current) => change(current, mark),
        ),
      ),
    );
    assert.equal(new Set(results.map((stored) => stored?.etag)).size, marks.length);
  });
}
