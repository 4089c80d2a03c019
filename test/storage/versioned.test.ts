import assert from 'node:assert/strict';
import { changeStored, VersionConflict, type Versioned } from '../../src/storage/versioned.ts';

/** A store of one number, in which somebody else writes first as often as `lostRaces` says. */
function numberStore(start: number | undefined, lostRaces = 0) {
  let stored: Versioned<number> | undefined = start === undefined ? undefined : { value: start, etag: '1' };
  let races = lostRaces;
  const writes: number[] = [];
  const put = (value: number) => {
    stored = { value, etag: String(Number(stored?.etag ?? 0) + 1) };
    return stored;
  };
  return {
    writes,
    read: async () => stored,
    write: async (value: number, etag: string) => {
      if (races > 0) {
        races -= 1;
        put((stored?.value ?? 0) + 100);
      }
      if (stored?.etag !== etag) throw new VersionConflict('number');
      writes.push(value);
      return put(value);
    },
  };
}

describe('changing what is stored', () => {
  it('writes what was decided, and gives back what is stored then', async () => {
    const store = numberStore(1);
    assert.deepEqual(await changeStored(store.read, store.write, (value) => value + 1), { value: 2, etag: '2' });
  });

  it('decides again on what somebody else has written in between', async () => {
    const store = numberStore(1, 2);
    const changed = await changeStored(store.read, store.write, (value) => value + 1);
    assert.equal(changed?.value, 202);
    assert.deepEqual(store.writes, [202]);
  });

  it('writes nothing when nothing is to be changed, and gives back what stands', async () => {
    const store = numberStore(1);
    assert.deepEqual(await changeStored(store.read, store.write, () => undefined), { value: 1, etag: '1' });
    assert.deepEqual(store.writes, []);
  });

  it('gives nothing back when nothing is stored', async () => {
    const store = numberStore(undefined);
    assert.equal(await changeStored(store.read, store.write, (value) => value), undefined);
  });

  it('gives up after eight lost races, but not after seven', async () => {
    const unlucky = numberStore(1, 8);
    await assert.rejects(
      changeStored(unlucky.read, unlucky.write, (value) => value + 1),
      VersionConflict,
    );
    assert.deepEqual(unlucky.writes, []);
    const lucky = numberStore(1, 7);
    assert.equal((await changeStored(lucky.read, lucky.write, (value) => value + 1))?.value, 702);
  });

  it('passes on every other error at once, from deciding as from writing', async () => {
    const store = numberStore(1);
    let decided = 0;
    const decide = () => {
      decided += 1;
      throw new RangeError('no');
    };
    await assert.rejects(changeStored(store.read, store.write, decide), RangeError);
    const broken = async (): Promise<never> => {
      throw new TypeError('broken');
    };
    await assert.rejects(
      changeStored(store.read, broken, (value) => value),
      TypeError,
    );
    assert.equal(decided, 1);
  });
});
