import type { TokenCredential } from '@azure/identity';
import {
  type DequeuedMessageItem,
  QueueServiceClient,
  RestError,
  type StoragePipelineOptions,
} from '@azure/storage-queue';
import type { ReceivedWork, WorkQueue } from '../delivery/work-queue.ts';
import { holdMessage } from './held-message.ts';
import { wholeSeconds } from './whole-seconds.ts';
import { readWork, writeWork } from './work-message.ts';

/** Where the queues are, and how to sign in: a connection string (emulators) or an identity. */
export type QueueAccount =
  | { readonly connectionString: string }
  | { readonly endpoint: string; readonly credential: TokenCredential };

/** A message that was put aside. */
export interface PoisonMessage {
  readonly reason: 'not-understood' | 'received-too-often';
  readonly text: string;
  readonly deliveries: number;
}

export interface WorkQueueOptions {
  readonly account: QueueAccount;
  /** 3 to 56 lower-case letters, digits and single hyphens, so that `-poison` still fits behind it. */
  readonly queue: string;
  /** A message that was received more often than this is put aside. By default 50. */
  readonly maxDeliveries?: number;
  /** Told of every message that is put aside; must not throw. */
  readonly onPoison: (message: PoisonMessage) => void;
}

export interface AzureWorkQueue extends WorkQueue {
  /** Makes the queue and its poison queue when they are missing. Several processes may do this at once. */
  ensureQueues(): Promise<void>;
}

/**
 * The work queue on Azure Storage Queues. Messages never expire by themselves; one that is not understood or was
 * received too often moves to `<queue>-poison` instead of being handed out.
 */
export function createAzureWorkQueue(options: WorkQueueOptions): AzureWorkQueue {
  const service = openService(options.account);
  const queue = service.getQueueClient(options.queue);
  const poison = service.getQueueClient(`${options.queue}-poison`);
  const maxDeliveries = options.maxDeliveries ?? 50;

  function handOut(message: DequeuedMessageItem): ReceivedWork | PoisonMessage {
    const { messageText: text, dequeueCount: deliveries } = message;
    const work = readWork(text);
    if (work === undefined) return { reason: 'not-understood', text, deliveries };
    if (deliveries > maxDeliveries) return { reason: 'received-too-often', text, deliveries };
    return { work, deliveries, ...holdMessage(message, queue) };
  }

  /** Copied before it is deleted: a crash in between leaves a second copy, never none. */
  async function putAside(message: DequeuedMessageItem, found: PoisonMessage): Promise<void> {
    await poison.sendMessage(message.messageText, { messageTimeToLive: never });
    options.onPoison(found);
    await holdMessage(message, queue).done();
  }

  async function ensureQueues(): Promise<void> {
    await Promise.all([queue.createIfNotExists(), poison.createIfNotExists()]);
  }

  /** A queue that somebody deleted is made anew; what was in it, the sweep finds out. */
  async function onQueue<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RestError) || error.code !== 'QueueNotFound') throw error;
      await ensureQueues();
      return call();
    }
  }

  return {
    ensureQueues,

    async enqueue(work, delaySeconds = 0) {
      const visibilityTimeout = wholeSeconds(delaySeconds, 0);
      await onQueue(() => queue.sendMessage(writeWork(work), { messageTimeToLive: never, visibilityTimeout }));
    },

    async receive(max, hideSeconds) {
      if (!Number.isInteger(max) || max < 1 || max > 32) throw new RangeError('A receive takes 1 to 32 messages');
      const visibilityTimeout = wholeSeconds(hideSeconds, 1);
      const handedOut: ReceivedWork[] = [];
      for (;;) {
        const { receivedMessageItems } = await onQueue(() =>
          queue.receiveMessages({ numberOfMessages: max, visibilityTimeout }),
        );
        for (const message of receivedMessageItems) {
          const found = handOut(message);
          if ('work' in found) handedOut.push(found);
          else await putAside(message, found);
        }
        // A batch of nothing but poison does not mean that nothing waits.
        if (handedOut.length > 0 || receivedMessageItems.length === 0) return handedOut;
      }
    },
  };
}

const never = -1;

function openService(account: QueueAccount): QueueServiceClient {
  const pipeline: StoragePipelineOptions = {
    retryOptions: { maxTries: 4, tryTimeoutInMs: 10_000, retryDelayInMs: 500, maxRetryDelayInMs: 8_000 },
  };
  return 'connectionString' in account
    ? QueueServiceClient.fromConnectionString(account.connectionString, pipeline)
    : new QueueServiceClient(account.endpoint, account.credential, pipeline);
}
