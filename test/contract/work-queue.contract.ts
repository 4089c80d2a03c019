import assert from 'node:assert/strict';
import type { Work, WorkQueue } from '../../src/delivery/work-queue.ts';
import { awkwardText, unique } from './samples.ts';

export interface QueueUnderTest {
  readonly queue: WorkQueue;
  /** Work that was put aside so far. */
  readonly putAside: () => readonly Work[];
  /** Lets so much time pass. */
  readonly wait: (seconds: number) => Promise<void>;
}

/** What every WorkQueue does. Each opening makes an empty queue. */
export function describeWorkQueue(
  name: string,
  open: (options?: { readonly maxDeliveries?: number }) => Promise<QueueUnderTest>,
): void {
  describe(`Work queue, ${name}`, () => {
    it('is empty when nothing waits', async () => {
      const { queue } = await open();
      assert.deepEqual(await queue.receive(32, 30), []);
    });

    it('hands out exactly what was put in', async () => {
      const { queue } = await open();
      const put = [sampleWork(), sampleWork(3), sampleWork(1, awkwardText)];
      for (const work of put) await queue.enqueue(work);
      const received = await queue.receive(32, 30);
      assert.deepEqual(inOrder(received.map(({ work }) => work)), inOrder(put));
      assert.deepEqual(
        received.map(({ deliveries }) => deliveries),
        [1, 1, 1],
      );
    });

    it('hands out no more than was asked for', async () => {
      const { queue } = await open();
      for (let slice = 1; slice <= 5; slice += 1) await queue.enqueue(sampleWork(slice));
      const first = await queue.receive(2, 30);
      const rest = await queue.receive(32, 30);
      assert.equal(first.length, 2);
      assert.equal(rest.length, 3);
      const works = [...first, ...rest].map(({ work }) => work);
      assert.equal(new Set(works.map((work) => JSON.stringify(work))).size, 5);
    });

    it('refuses to hand out none or more than 32', async () => {
      const { queue } = await open();
      for (const max of [0, 33, 1.5]) await assert.rejects(queue.receive(max, 30), RangeError);
    });

    it('hides what it handed out, and hands it out again when the time is over', async () => {
      const { queue, wait } = await open();
      const work = sampleWork();
      await queue.enqueue(work);
      const [first] = await queue.receive(1, 2);
      assert.deepEqual(first?.work, work);
      assert.deepEqual(await queue.receive(1, 2), []);
      await wait(2.2);
      const [second] = await queue.receive(1, 30);
      assert.deepEqual(second?.work, work);
      assert.equal(second.deliveries, 2);
    });

    it('forgets what is done', async () => {
      const { queue, wait } = await open();
      await queue.enqueue(sampleWork());
      const [received] = await queue.receive(1, 1);
      await received?.done();
      await wait(1.2);
      assert.deepEqual(await queue.receive(1, 1), []);
    });

    it('takes being done twice', async () => {
      const { queue } = await open();
      await queue.enqueue(sampleWork());
      const [received] = await queue.receive(1, 30);
      await Promise.all([received?.done(), received?.done()]);
      await received?.done();
      await received?.extend(10);
      assert.deepEqual(await queue.receive(1, 30), []);
    });

    it('hides for longer, and is done after that', async () => {
      const { queue, wait } = await open();
      await queue.enqueue(sampleWork());
      const [received] = await queue.receive(1, 1);
      await received?.extend(1);
      await received?.extend(2);
      await wait(1.2);
      assert.deepEqual(await queue.receive(1, 1), []);
      await received?.done();
      await wait(1);
      assert.deepEqual(await queue.receive(1, 1), []);
    });

    it('keeps the work as it is while hiding it for longer', async () => {
      const { queue, wait } = await open();
      const work = sampleWork(4);
      await queue.enqueue(work);
      const [received] = await queue.receive(1, 30);
      await received?.extend(1);
      await wait(1.2);
      const [again] = await queue.receive(1, 30);
      assert.deepEqual(again?.work, work);
    });

    it('hands out at once what is hidden for no longer', async () => {
      const { queue } = await open();
      await queue.enqueue(sampleWork());
      const [received] = await queue.receive(1, 30);
      await received?.extend(0);
      assert.equal((await queue.receive(1, 30)).length, 1);
    });

    it('leaves alone what was handed to somebody else meanwhile', async () => {
      const { queue, wait } = await open();
      await queue.enqueue(sampleWork());
      const [slow] = await queue.receive(1, 1);
      await wait(1.2);
      const [other] = await queue.receive(1, 1);
      assert(other !== undefined);
      await slow?.extend(60);
      await slow?.done();
      await wait(1.2);
      assert.equal((await queue.receive(1, 30)).length, 1);
    });

    it('hands out a delayed message after the delay only', async () => {
      const { queue, wait } = await open();
      await queue.enqueue(sampleWork(1), 1);
      await queue.enqueue(sampleWork(2));
      const now = await queue.receive(32, 30);
      assert.deepEqual(
        now.map(({ work }) => work.kind === 'slice' && work.slice),
        [2],
      );
      await wait(1.2);
      assert.equal((await queue.receive(32, 30)).length, 1);
    });

    it('takes delays of up to seven days', async () => {
      const { queue } = await open();
      const sevenDays = 7 * 24 * 60 * 60;
      await queue.enqueue(sampleWork(), sevenDays);
      assert.deepEqual(await queue.receive(1, 30), []);
      for (const delay of [sevenDays + 1, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
        await assert.rejects(queue.enqueue(sampleWork(), delay), RangeError);
      }
    });

    it('refuses to hide for less than a second or more than seven days', async () => {
      const { queue } = await open();
      for (const seconds of [0, -1, 604_801]) await assert.rejects(queue.receive(1, seconds), RangeError);
    });

    it('takes parts of a second', async () => {
      const { queue, wait } = await open();
      await queue.enqueue(sampleWork(), 0.4);
      await wait(1.2);
      const [received] = await queue.receive(1, 1.2);
      await received?.extend(1.2);
      assert.deepEqual(await queue.receive(1, 1), []);
    });

    it('puts aside what was received too often, and goes on with the rest', async () => {
      const { queue, wait, putAside } = await open({ maxDeliveries: 2 });
      const stubborn = sampleWork(1);
      await queue.enqueue(stubborn);
      for (const deliveries of [1, 2]) {
        const [received] = await queue.receive(1, 1);
        assert.equal(received?.deliveries, deliveries);
        await wait(1.2);
      }
      assert.deepEqual(putAside(), []);
      const next = sampleWork(2);
      await queue.enqueue(next);
      const received = await queue.receive(32, 30);
      assert.deepEqual(
        received.map(({ work }) => work),
        [next],
      );
      assert.deepEqual(putAside(), [stubborn]);
      await wait(1.2);
      assert.deepEqual(await queue.receive(32, 30), []);
    });

    it('hands out news as they were put in', async () => {
      const { queue } = await open();
      const news = {
        kind: 'tell',
        broadcastId: unique('broadcast'),
        news: 'asked',
        at: '2026-11-23T10:00:00.000Z',
      } as const;
      for (const work of [news, { ...news, to: 'somebody' }]) {
        await queue.enqueue(work);
        const [received] = await queue.receive(1, 30);
        assert.deepEqual(received?.work, work);
        await received?.done();
      }
    });

    it('hands out each message to one of many who ask at once', async () => {
      const { queue } = await open();
      for (let slice = 1; slice <= 20; slice += 1) await queue.enqueue(sampleWork(slice));
      const batches = await Promise.all(Array.from({ length: 5 }, () => queue.receive(4, 30)));
      const works = batches.flat().map(({ work }) => JSON.stringify(work));
      assert.equal(new Set(works).size, works.length);
      assert.equal(works.length, 20);
    });
  });
}

function sampleWork(slice?: number, broadcastId = unique('broadcast')): Work {
  return slice === undefined ? { kind: 'plan', broadcastId } : { kind: 'slice', broadcastId, run: 'send', slice };
}

function inOrder(works: readonly Work[]): string[] {
  return works.map((work) => JSON.stringify(work)).toSorted();
}
