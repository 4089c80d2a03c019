import type { ReceivedWork, Work, WorkQueue } from '../../src/delivery/work-queue.ts';
import { type Clock, systemClock } from '../../src/time/clock.ts';
import { type Counted, noOperations } from './memory-items.ts';

interface Message {
  readonly json: string;
  visibleAt: number;
  deliveries: number;
  /** Changes each time the message is handed out; an older receipt no longer counts. */
  receipt: number;
}

export interface MemoryWorkQueue extends WorkQueue, Counted {
  /** Messages that are neither done nor put aside, hidden ones included. */
  readonly waiting: number;
  /** Work that was received too often and put aside. */
  readonly poison: readonly Work[];
}

export interface MemoryWorkQueueOptions {
  readonly clock?: Clock;
  readonly maxDeliveries?: number;
}

export function createMemoryWorkQueue(options: MemoryWorkQueueOptions = {}): MemoryWorkQueue {
  const { clock = systemClock, maxDeliveries = 50 } = options;
  const operations = noOperations();
  const messages = new Set<Message>();
  const poison: Work[] = [];
  const inSeconds = (seconds: number) => clock.now().getTime() + seconds * 1000;

  function handOut(message: Message, hideSeconds: number): ReceivedWork[] {
    const work = JSON.parse(message.json) as Work;
    message.deliveries += 1;
    message.visibleAt = inSeconds(hideSeconds);
    if (message.deliveries > maxDeliveries) {
      poison.push(work);
      messages.delete(message);
      return [];
    }
    message.receipt += 1;
    const held = message.receipt;
    return [
      {
        work,
        deliveries: message.deliveries,
        async done() {
          operations.writes += 1;
          if (message.receipt === held) messages.delete(message);
        },
        async extend(seconds) {
          checkSeconds(seconds, 0);
          operations.writes += 1;
          if (message.receipt === held) message.visibleAt = inSeconds(seconds);
        },
      },
    ];
  }

  return {
    operations,
    poison,
    get waiting() {
      return messages.size;
    },

    async enqueue(work, delaySeconds = 0) {
      checkSeconds(delaySeconds, 0);
      operations.writes += 1;
      messages.add({ json: JSON.stringify(work), visibleAt: inSeconds(delaySeconds), deliveries: 0, receipt: 0 });
    },

    async receive(max, hideSeconds) {
      if (!Number.isInteger(max) || max < 1 || max > 32) throw new RangeError('A receive takes 1 to 32 messages');
      checkSeconds(hideSeconds, 1);
      operations.reads += 1;
      const now = inSeconds(0);
      const visible = [...messages].filter((message) => message.visibleAt <= now);
      return visible.slice(0, max).flatMap((message) => handOut(message, hideSeconds));
    },
  };
}

const sevenDays = 7 * 24 * 60 * 60;

function checkSeconds(seconds: number, least: number): void {
  if (!(seconds >= least && seconds <= sevenDays)) throw new RangeError(`${seconds} s is not within 7 days`);
}
