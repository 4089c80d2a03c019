import assert from 'node:assert/strict';
import { createPace, type Pace, type PaceOptions } from '../../../src/delivery/pace/pace.ts';
import { createMemoryPaceStore } from '../../fakes/memory-pace-store.ts';
import { createFakeTimers, type FakeTimers } from './fake-timers.ts';

describe('the pace of a sender', () => {
  let timers: FakeTimers;
  let pace: Pace;
  let went: string[];

  beforeEach(() => {
    timers = createFakeTimers();
    pace = open();
    went = [];
  });
  afterEach(() => timers.until(pace.stop()));

  function open(options: Partial<PaceOptions> = {}): Pace {
    return createPace({ store: createMemoryPaceStore(), senderId: 'one', timers, ...options });
  }

  function take(conversationId: string | undefined, signal?: AbortSignal): void {
    const name = conversationId ?? 'creation';
    const note = (how: string) => () => void went.push(how);
    pace.take(conversationId, signal).then(note(name), note(`${name} gave up`));
  }

  it('lets calls go one after the other, in the order in which they came', async () => {
    for (let number = 1; number <= 5; number += 1) take(`chat ${number}`);
    await timers.pass(25);
    assert.deepEqual(went, ['chat 1']);
    await timers.pass(200);
    assert.deepEqual(went, ['chat 1', 'chat 2', 'chat 3', 'chat 4', 'chat 5']);
  });

  it('goes at a hair under the limit', async () => {
    for (let number = 0; number < 1_000; number += 1) take(`chat ${number}`);
    await timers.pass(10_000);
    assert.ok(went.length >= 490 && went.length <= 498, `${went.length}`);
    assert.ok(pace.rate() > 49.5 && pace.rate() < 50);
  });

  it('lets others pass a conversation that has had its share, and no creation wait for it', async () => {
    for (let count = 0; count < 8; count += 1) take('busy');
    take('quiet');
    take(undefined);
    await timers.pass(500);
    assert.deepEqual(went.slice(7), ['quiet', 'creation']);
    await timers.pass(1_000);
    assert.deepEqual(went.slice(9), ['busy']);
  });

  it('counts an answer that did not wait', async () => {
    take('first');
    await timers.pass(100);
    for (let count = 0; count < 7; count += 1) pace.note('busy');
    take('busy');
    await timers.pass(900);
    assert.deepEqual(went, ['first']);
    await timers.pass(200);
    assert.deepEqual(went, ['first', 'busy']);
  });

  it('gives back what was not used', async () => {
    for (let count = 0; count < 7; count += 1) take('busy');
    await timers.pass(300);
    take('busy');
    await timers.pass(100);
    assert.equal(went.length, 7);
    pace.giveBack('busy');
    await timers.pass(0);
    assert.equal(went.length, 8);
    take(undefined);
    await timers.pass(25);
    pace.giveBack(undefined);
    assert.equal(went.length, 9);
  });

  it('lets a call leave a fixed time after its turn', async () => {
    const turn = await timers.until(pace.take('one'));
    const began = timers.now();
    await timers.pass(6);
    await timers.until(pace.leave(turn));
    assert.equal(timers.now() - began, 15);
    await timers.pass(30);
    await timers.until(pace.leave(turn));
    assert.equal(timers.now() - began, 45);
  });

  it('makes no call before the time that Teams named, and is slower after it', async () => {
    take('first');
    await timers.pass(100);
    const before = pace.rate();
    pace.throttled(3_000);
    take('second');
    await timers.pass(2_990);
    assert.deepEqual(went, ['first']);
    await timers.pass(20);
    assert.deepEqual(went, ['first', 'second']);
    assert.ok(pace.rate() < before);
  });

  it('lets somebody give up, and the others move up', async () => {
    const giveUp = new AbortController();
    take('first');
    take('second', giveUp.signal);
    take('third');
    giveUp.abort();
    await timers.pass(45);
    assert.deepEqual(went, ['second gave up', 'first', 'third']);
    take('fourth', giveUp.signal);
    await timers.pass(0);
    assert.deepEqual(went.at(-1), 'fourth gave up');
  });

  it('rejects with the reason of the signal, however many wait with it', async () => {
    const reason = new Error('enough');
    const giveUp = new AbortController();
    const turns = Array.from({ length: 100 }, (_, number) => pace.take(`chat ${number}`, giveUp.signal));
    giveUp.abort(reason);
    for (const result of await Promise.allSettled(turns)) {
      assert.equal(result.status === 'rejected' && result.reason, reason);
    }
  });

  it('counts whoever waits as work', async () => {
    take('one');
    await timers.pass(25);
    assert.deepEqual(went, ['one']);
    await timers.pass(5_000);
    assert.equal(pace.rate(), 0);
  });

  it('sends those away who wait when it stops, and leaves no timer', async () => {
    pace.working(true);
    for (let number = 1; number <= 3; number += 1) take(`chat ${number}`);
    await timers.pass(25);
    await timers.until(pace.stop());
    assert.deepEqual(went, ['chat 1', 'chat 2 gave up', 'chat 3 gave up']);
    assert.equal(timers.waiting, 0);
    await assert.rejects(pace.take('chat 4'), { name: 'AbortError' });
  });

  it('shares the limit with another sender, and neither goes above it', async () => {
    const store = createMemoryPaceStore();
    const two = [open({ store, senderId: 'a' }), open({ store, senderId: 'b' })];
    for (const each of two) each.working(true);
    await timers.pass(2_000);
    const rates = two.map((each) => each.rate());
    assert.deepEqual(rates, [25 / 1.008, 25 / 1.008]);
    for (const each of two) await timers.until(each.stop());
  });

  it('can go fast where nothing limits it', async () => {
    pace = open({ tenantPerSecond: 100_000 });
    for (let number = 0; number < 5_000; number += 1) take(`chat ${number}`);
    await timers.pass(1_000);
    assert.equal(went.length, 5_000);
  });

  it('refuses a limit that is none', () => {
    for (const tenantPerSecond of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => open({ tenantPerSecond }), RangeError);
    }
  });
});
