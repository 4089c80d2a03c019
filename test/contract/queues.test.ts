import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedQueue, startEmbeddedQueue } from '../../src/local/embedded-queue.ts';
import { createAzureWorkQueue, type PoisonMessage } from '../../src/queue/azure-work-queue.ts';
import { readWork } from '../../src/queue/work-message.ts';
import { createMemoryWorkQueue } from '../fakes/memory-work-queue.ts';
import { unique } from './samples.ts';
import { describeWorkQueue } from './work-queue.contract.ts';

describeWorkQueue('in memory', async (options) => {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const queue = createMemoryWorkQueue({ ...options, clock: { now: () => new Date(now) } });
  return {
    queue,
    putAside: () => queue.poison,
    wait: async (seconds) => {
      now += seconds * 1000;
    },
  };
});

describe('Azurite', () => {
  let embedded: EmbeddedQueue;

  before(async function () {
    this.timeout(30_000);
    embedded = await startEmbeddedQueue({ port: 0 });
  });
  after(() => embedded.close());

  describeWorkQueue('on Azurite', async (options) => {
    const poison: PoisonMessage[] = [];
    const queue = createAzureWorkQueue({
      ...options,
      account: embedded,
      queue: unique('work'),
      onPoison: (message) => poison.push(message),
    });
    await queue.ensureQueues();
    return {
      queue,
      putAside: () => poison.flatMap(({ text }) => readWork(text) ?? []),
      wait: (seconds) => sleep(seconds * 1000),
    };
  });
});
