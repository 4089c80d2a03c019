import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createPace, type Pace } from '../../src/delivery/pace/pace.ts';
import { createMemoryPaceStore } from '../fakes/memory-pace-store.ts';
import { createLimits } from '../simulator/limits.ts';
import { createRandom } from '../simulator/random.ts';

/**
 * How close to the tenant's limit senders come, and how often they are refused: real timers, the simulator's sliding
 * windows, a claim before each call and a call that takes about 100 ms. `--jitter` is by how much the way to Teams
 * varies, in milliseconds; `--load` is how many threads keep the processor busy meanwhile.
 */
const { values } = parseArgs({
  options: {
    senders: { type: 'string', default: '1,3' },
    calls: { type: 'string', default: '1000' },
    jitter: { type: 'string', default: '0,10' },
    claim: { type: 'string', default: '30' },
    load: { type: 'string', default: '0' },
    'at-once': { type: 'string', default: '20' },
  },
});
const limit = 50;
const numbers = (text: string) => text.split(',').map(Number);
const [calls, atOnce, load] = [Number(values.calls), Number(values['at-once']), Number(values.load)];
const longestClaimMs = Number(values.claim);

const spinners = Array.from({ length: load }, () => new Worker('for (;;);', { eval: true }));
for (const jitterMs of numbers(values.jitter)) {
  for (const senders of numbers(values.senders)) {
    process.stdout.write(`${JSON.stringify(await measure(senders, jitterMs))}\n`);
  }
}
await Promise.all(spinners.map((spinner) => spinner.terminate()));

async function measure(senders: number, jitterMs: number) {
  const random = createRandom(7);
  const limits = createLimits();
  const store = createMemoryPaceStore();
  let [next, refused] = [0, 0];
  const again: number[] = [];
  const began = performance.now();

  async function call(pace: Pace, conversation: number): Promise<void> {
    const conversationId = `conversation ${conversation}`;
    const turn = await pace.take(conversationId);
    await wait(longestClaimMs * random() ** 3);
    await pace.leave(turn);
    await wait(30 + jitterMs * random());
    const admission = limits.admit('send', conversationId, performance.now());
    await wait(70);
    pace.answered(turn);
    if (admission.admitted) return;
    refused += 1;
    again.push(conversation);
    pace.throttled(Math.ceil(admission.waitMs / 1_000) * 1_000);
  }

  async function send(pace: Pace): Promise<void> {
    for (;;) {
      const conversation = again.shift() ?? (next < calls ? next++ : undefined);
      if (conversation === undefined) return;
      await call(pace, conversation);
    }
  }

  await Promise.all(
    Array.from({ length: senders }, async (_, index) => {
      const pace = createPace({ tenantPerSecond: limit, store, senderId: `sender ${index}` });
      pace.working(true);
      await Promise.all(Array.from({ length: atOnce }, () => send(pace)));
      await pace.stop();
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return {
    figure: 'pace alone',
    senders,
    calls,
    jitterMs,
    load,
    seconds: Number(seconds.toFixed(2)),
    timeOverLeast: Number((seconds / (calls / limit)).toFixed(4)),
    refusedShare: Number((refused / (calls + refused)).toFixed(4)),
  };
}
