import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Slice } from '../../../src/delivery/delivery.ts';
import type { DeliveryPorts } from '../../../src/delivery/delivery-ports.ts';
import { createPace } from '../../../src/delivery/pace/pace.ts';
import { sliceSize } from '../../../src/delivery/plan-broadcast.ts';
import { runSender } from '../../../src/delivery/run-sender.ts';
import { createMemoryBroadcastStore } from '../../fakes/memory-broadcast-store.ts';
import type { Operations } from '../../fakes/memory-items.ts';
import { createMemoryPaceStore } from '../../fakes/memory-pace-store.ts';
import { answerParent, inputOfParent } from '../child-process.ts';
import { confirmedPrompt, staffMember } from './audience.ts';
import { createCountingDeliveries, createCountingPeople, createCountingQueue } from './counting-stores.ts';
import { createVirtualTimers } from './virtual-timers.ts';

export interface Scale {
  readonly recipients: number;
  /** What lives on the heap when there is nothing to do, and the most that lived there. */
  readonly idleMb: number;
  readonly peakMb: number;
  readonly seconds: number;
  readonly operations: Readonly<Record<'people' | 'broadcasts' | 'deliveries' | 'pace' | 'queue', Operations>>;
}

const { recipients } = inputOfParent<{ readonly recipients: number }>();
const looks = 40;
const megabyte = 1_048_576;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
let peak = 0;
function heapNow(): number {
  collect();
  const { heapUsed } = process.memoryUsage();
  peak = Math.max(peak, heapUsed);
  return heapUsed;
}

const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const person = (number: number) => staffMember(number, serviceUrl, 'wessex');
const timers = createVirtualTimers();
const clock = { now: () => new Date(Date.UTC(2026, 0, 5) + timers.now()) };
const broadcast = confirmedPrompt(person(1), { areas: 'all' }, recipients);

function sliceOf(number: number): Slice {
  const first = (number - 1) * sliceSize + 1;
  const count = Math.min(sliceSize, recipients - first + 1);
  const members = Array.from({ length: count }, (_, index) => person(first + index));
  return {
    broadcastId: broadcast.id,
    number,
    recipients: members.map(({ id, area, language, role, reach }) => ({
      personId: id,
      area,
      language,
      ...(role === undefined ? {} : { role }),
      ...(reach.chat === undefined ? {} : { chat: reach.chat }),
    })),
  };
}

const people = createCountingPeople(recipients, person);
const broadcasts = createMemoryBroadcastStore();
const deliveries = createCountingDeliveries(recipients, sliceOf);
const queue = createCountingQueue(recipients);
const paceStore = createMemoryPaceStore();
const card = { type: 'AdaptiveCard' };
const lookEvery = Math.ceil(recipients / looks);
let posts = 0;

const ports: DeliveryPorts = {
  people: {
    ...people,
    page: async (...asked) => {
      const page = await people.page(...asked);
      heapNow();
      return page;
    },
  },
  broadcasts,
  deliveries,
  queue,
  clock,
  daysBetweenPrompts: 7,
  keyed: (each) => each,
  resultsCards: async () => ({ kind: 'too-few' }),
  pace: createPace({ store: paceStore, senderId: 'the only one', timers }),
  sender: {
    openChat: async () => ({ kind: 'failed', reason: 'server-error' }),
    send: async (chat) => {
      posts += 1;
      if (posts % lookEvery === 0) heapNow();
      return { kind: 'sent', message: { ...chat, activityId: String(posts) } };
    },
    update: async (message) => ({ kind: 'sent', message }),
  },
  cards: {
    broadcastCard: async () => card,
    reminderCard: async () => card,
    recalledCard: async () => card,
    approvalCard: async () => card,
    progressCard: async () => card,
  },
  sendTime: (_person, from) => from,
  answered: async () => false,
  timing: {
    leaseMs: 30_000,
    stalledMs: 90_000,
    sweepMs: 15_000,
    idleMs: 250,
    stateKeptMs: 1_000,
    slicesAtOnce: 3,
    postsAtOnce: 12,
  },
};

await broadcasts.create(broadcast);
const sender = runSender(ports, (error) => {
  throw error;
});
await wait(500);
const idle = heapNow();
const began = performance.now();
await queue.enqueue({ kind: 'plan', broadcastId: broadcast.id });
while (deliveries.sent < recipients) await wait(20);
const seconds = (performance.now() - began) / 1_000;
while ((await broadcasts.get(broadcast.id))?.value.state !== 'sent') await wait(20);
const scale: Scale = {
  recipients: deliveries.sent,
  idleMb: idle / megabyte,
  peakMb: peak / megabyte,
  seconds,
  operations: {
    people: people.operations,
    broadcasts: broadcasts.operations,
    deliveries: deliveries.operations,
    pace: paceStore.operations,
    queue: queue.operations,
  },
};
answerParent(scale, sender.stop);
