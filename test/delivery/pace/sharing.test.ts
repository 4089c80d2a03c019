import assert from 'node:assert/strict';
import { createSharing, type Sharing } from '../../../src/delivery/pace/sharing.ts';
import type { PaceStore } from '../../../src/delivery/pace-store.ts';
import { createMemoryPaceStore } from '../../fakes/memory-pace-store.ts';
import { createFakeTimers, type FakeTimers } from './fake-timers.ts';

describe('sharing the limit', () => {
  let timers: FakeTimers;
  let store: ReturnType<typeof createMemoryPaceStore>;
  let errors: unknown[];
  let senders: Sharing[];

  beforeEach(() => {
    timers = createFakeTimers();
    store = createMemoryPaceStore();
    errors = [];
    senders = [];
  });

  function start(senderId: string, own: PaceStore = store): Sharing {
    const sharing = createSharing({
      limit: 50,
      senderId,
      store: own,
      heartbeatMs: 1_000,
      timers,
      onChange: () => assert.ok(sum() <= 50, `${shares()}`),
      onError: (error) => errors.push(error),
    });
    senders.push(sharing);
    sharing.busy(true);
    return sharing;
  }

  const shares = () => senders.map((sharing) => sharing.share());
  const sum = () => shares().reduce((total, share) => total + share, 0);

  /** A store that can be switched off, for one sender or, without a word, for good. */
  function cutOff(): PaceStore & { down: boolean } {
    const guarded = {
      down: false,
      claims: async () => (guarded.down ? Promise.reject(new Error('down')) : store.claims()),
      put: async (...claim: Parameters<PaceStore['put']>) =>
        guarded.down ? Promise.reject(new Error('down')) : store.put(...claim),
      remove: async (id: string) => (guarded.down ? Promise.reject(new Error('down')) : store.remove(id)),
    };
    return guarded;
  }

  it('gives all to one alone, at once', async () => {
    start('one');
    await timers.pass(0);
    assert.deepEqual(shares(), [50]);
  });

  it('lets a new one wait until the others have lowered themselves', async () => {
    start('one');
    await timers.pass(3_500);
    start('two');
    await timers.pass(0);
    assert.deepEqual(shares(), [50, 0]);
    await timers.pass(1_000);
    assert.deepEqual(shares(), [25, 25]);
    start('three');
    await timers.pass(2_000);
    assert.deepEqual(shares().toSorted(), [16, 17, 17]);
  });

  it('comes to fair shares when all begin at the same moment', async () => {
    for (const id of ['one', 'two', 'three', 'four']) start(id);
    await timers.pass(2_000);
    assert.deepEqual(shares().toSorted(), [12, 12, 13, 13]);
  });

  it('gives the share of one without work to the others, and back', async () => {
    const [one] = [start('one'), start('two')];
    await timers.pass(2_000);
    one.busy(false);
    await timers.pass(2_500);
    assert.deepEqual(shares(), [0, 50]);
    assert.equal((await store.claims()).length, 1);
    one.busy(true);
    await timers.pass(2_000);
    assert.deepEqual(shares(), [25, 25]);
  });

  it('keeps the share of one that is without work for a moment only', async () => {
    const one = start('one');
    await timers.pass(2_000);
    for (let times = 0; times < 20; times += 1) {
      one.busy(false);
      await timers.pass(100);
      one.busy(true);
      await timers.pass(100);
      assert.equal(one.share(), 50);
    }
  });

  it('gives the share of a dead one to the others within seconds', async () => {
    start('one');
    const dying = cutOff();
    start('two', dying);
    await timers.pass(3_000);
    dying.down = true;
    senders.pop();
    await timers.pass(3_000);
    assert.deepEqual(shares(), [25]);
    await timers.pass(3_000);
    assert.deepEqual(shares(), [50]);
  });

  it('removes the claim of one that has been dead for long', async () => {
    await store.put({ senderId: 'dead', beat: 1, perSecond: 50 });
    start('one');
    await timers.pass(30_000);
    assert.equal((await store.claims()).length, 2);
    await timers.pass(60_000);
    assert.equal((await store.claims()).length, 1);
  });

  it('takes its own claim over when it comes back under the same id', async () => {
    await store.put({ senderId: 'one', beat: 1, perSecond: 50 });
    start('one');
    await timers.pass(0);
    assert.deepEqual(shares(), [50]);
  });

  it('keeps the share it knows while the store is down, and takes nobody for dead afterwards', async () => {
    const shared = cutOff();
    start('one', shared);
    start('two', shared);
    await timers.pass(3_000);
    shared.down = true;
    await timers.pass(60_000);
    assert.deepEqual(shares(), [25, 25]);
    assert.ok(errors.length >= 100);
    shared.down = false;
    for (let seconds = 0; seconds < 10; seconds += 1) {
      await timers.pass(1_000);
      assert.deepEqual(shares(), [25, 25]);
    }
  });

  it('starts with very little when it cannot reach the store', async () => {
    const own = cutOff();
    own.down = true;
    start('one', own);
    await timers.pass(10_000);
    assert.deepEqual(shares(), [1]);
    own.down = false;
    await timers.pass(1_000);
    assert.deepEqual(shares(), [50]);
  });

  it('asks the store for nothing without work, and a few times a second with it', async () => {
    const one = start('one');
    await timers.pass(10_000);
    const { writes, queries } = store.operations;
    assert.ok(writes <= 12 && queries <= 13, `${writes} writes, ${queries} queries`);
    one.busy(false);
    await timers.pass(2_000);
    const before = { ...store.operations };
    await timers.pass(60_000);
    assert.deepEqual(store.operations, before);
  });

  it('gives its share back and leaves no timer when it stops', async () => {
    const one = start('one');
    await timers.pass(2_500);
    await timers.until(one.stop());
    assert.equal(one.share(), 0);
    assert.deepEqual(await store.claims(), []);
    assert.equal(timers.waiting, 0);
  });

  it('stops though the store is down', async () => {
    const own = cutOff();
    const one = start('one', own);
    await timers.pass(2_500);
    own.down = true;
    await timers.until(one.stop());
    assert.equal(timers.waiting, 0);
  });
});
