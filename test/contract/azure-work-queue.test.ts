import assert from 'node:assert/strict';
import { QueueServiceClient } from '@azure/storage-queue';
import { type EmbeddedQueue, startEmbeddedQueue } from '../../src/local/embedded-queue.ts';
import { createAzureWorkQueue, type PoisonMessage } from '../../src/queue/azure-work-queue.ts';
import { unique } from './samples.ts';

describe('Work queue on Azure Storage', () => {
  let embedded: EmbeddedQueue;
  let service: QueueServiceClient;

  before(async function () {
    this.timeout(30_000);
    embedded = await startEmbeddedQueue({ port: 0 });
    service = QueueServiceClient.fromConnectionString(embedded.connectionString);
  });
  after(() => embedded.close());

  async function open() {
    const name = unique('work');
    const poison: PoisonMessage[] = [];
    const queue = createAzureWorkQueue({
      account: embedded,
      queue: name,
      onPoison: (message) => poison.push(message),
    });
    await queue.ensureQueues();
    return {
      queue,
      poison,
      raw: service.getQueueClient(name),
      rawPoison: service.getQueueClient(`${name}-poison`),
    };
  }

  it('makes its queues once, however often and by however many it is asked', async () => {
    const name = unique('work');
    const queues = [1, 2, 3].map(() => createAzureWorkQueue({ account: embedded, queue: name, onPoison: () => {} }));
    await Promise.all(queues.map((queue) => queue.ensureQueues()));
    await queues[0]?.ensureQueues();
    assert.equal(await service.getQueueClient(name).exists(), true);
    assert.equal(await service.getQueueClient(`${name}-poison`).exists(), true);
  });

  it('writes messages that never expire and are plain Base64', async () => {
    const { queue, raw } = await open();
    await queue.enqueue({ kind: 'plan', broadcastId: 'ŵ & <b>' });
    const [message] = (await raw.peekMessages()).peekedMessageItems;
    assert.match(message?.messageText ?? '', /^[A-Za-z0-9+/=]+$/);
    assert.equal(message?.expiresOn.getUTCFullYear(), 9999);
  });

  it('takes a message that an operator wrote as plain JSON', async () => {
    const { queue, raw } = await open();
    await raw.sendMessage(' {"kind":"slice","run":"send","broadcastId":"b1","slice":2}');
    const [received] = await queue.receive(1, 30);
    assert.deepEqual(received?.work, { kind: 'slice', run: 'send', broadcastId: 'b1', slice: 2 });
  });

  it('puts aside what it does not understand, reports it and goes on', async () => {
    const { queue, poison, raw, rawPoison } = await open();
    const texts = [
      'hello',
      '{"kind":"plan"',
      '{"kind":"plan"}',
      '{"kind":"plan","broadcastId":7}',
      '{"kind":"slice","run":"send","broadcastId":"b1","slice":0}',
      '{"kind":"erase","broadcastId":"b1"}',
      Buffer.from('null').toString('base64'),
      '%%%',
    ];
    for (const text of texts) await raw.sendMessage(text);
    await queue.enqueue({ kind: 'plan', broadcastId: 'good' });

    const received = await queue.receive(4, 30);
    assert.deepEqual(
      received.map(({ work }) => work),
      [{ kind: 'plan', broadcastId: 'good' }],
    );
    assert.deepEqual(poison.map(({ text }) => text).toSorted(), texts.toSorted());
    for (const { reason, deliveries } of poison) assert.deepEqual([reason, deliveries], ['not-understood', 1]);

    const kept = (await rawPoison.peekMessages({ numberOfMessages: 32 })).peekedMessageItems;
    assert.deepEqual(kept.map(({ messageText }) => messageText).toSorted(), texts.toSorted());
    for (const { expiresOn } of kept) assert.equal(expiresOn.getUTCFullYear(), 9999);
  });

  it('keeps hiding and finishing in turn when both are asked for at once', async () => {
    const { queue, raw } = await open();
    await queue.enqueue({ kind: 'plan', broadcastId: 'b1' });
    const [received] = await queue.receive(1, 30);
    await Promise.all([received?.extend(20), received?.extend(25), received?.done()]);
    assert.equal((await raw.getProperties()).approximateMessagesCount, 0);
  });

  it('makes the queue anew when somebody deleted it', async () => {
    const { queue, raw } = await open();
    await raw.delete();
    assert.deepEqual(await queue.receive(1, 30), []);
    await raw.delete();
    await queue.enqueue({ kind: 'plan', broadcastId: 'b1' });
    const [received] = await queue.receive(1, 30);
    assert.deepEqual(received?.work, { kind: 'plan', broadcastId: 'b1' });
  });

  it('lets an error through that does not mean that the message is gone', async () => {
    const { queue, raw } = await open();
    await queue.enqueue({ kind: 'plan', broadcastId: 'b1' });
    const [received] = await queue.receive(1, 30);
    await raw.delete();
    await assert.rejects(async () => received?.done(), { code: 'QueueNotFound' });
  });
});
