import { ulid } from 'ulid';
import type { AuditEvent } from '../../src/broadcasts/audit.ts';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { CardSender, SendResult } from '../../src/delivery/card-sender.ts';
import type { ControlPorts } from '../../src/delivery/controlled-change.ts';
import type { DeliveryPorts } from '../../src/delivery/delivery-ports.ts';
import type { Pace } from '../../src/delivery/pace/pace.ts';
import type { Person } from '../../src/people/person.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { createMemoryWorkQueue } from '../fakes/memory-work-queue.ts';
import { madeUpPerson } from '../product/made-up-people.ts';

export const author = madeUpPerson(9_000, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });

/** What Teams does with one post: how it answers, and whether the card arrived all the same. */
export interface Answered {
  readonly result: Exclude<SendResult, { kind: 'sent' }>;
  readonly arrived: boolean;
}

/** The delivery engine on stores in memory, with a clock that is moved by hand. */
export interface SmallWorld {
  readonly ports: DeliveryPorts & { readonly queue: ReturnType<typeof createMemoryWorkQueue> };
  readonly control: ControlPorts;
  readonly audited: readonly AuditEvent[];
  /** How many cards each person got. */
  readonly cards: ReadonlyMap<string, number>;
  moveOn(ms: number): void;
  /** What goes wrong with the next posts; undefined lets one through. */
  answer: () => Answered | undefined;
}

export function createSmallWorld(): SmallWorld {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const clock = { now: () => new Date(now) };
  const cards = new Map<string, number>();
  const audited: AuditEvent[] = [];
  let activityId = 0;
  const arrive = (conversationId: string) => {
    const personId = conversationId.slice('chat of '.length);
    cards.set(personId, (cards.get(personId) ?? 0) + 1);
  };
  const sender: CardSender = {
    openChat: async (personId) => ({ kind: 'opened', chat: chatOf(personId) }),
    send: async (chat) => {
      const answered = world.answer();
      if (answered === undefined || answered.arrived) arrive(chat.conversationId);
      activityId += 1;
      return answered?.result ?? { kind: 'sent', message: { ...chat, activityId: String(activityId) } };
    },
    update: async (message) => world.answer()?.result ?? { kind: 'sent', message },
  };
  const stores = {
    people: createMemoryPeopleStore(),
    broadcasts: createMemoryBroadcastStore(),
    deliveries: createMemoryDeliveryStore(),
    queue: createMemoryWorkQueue({ clock }),
  };
  const card = async () => ({});
  const sendTime = (_person: unknown, from: Date) => from;
  const world: SmallWorld = {
    ports: {
      ...stores,
      sender,
      pace: unlimited,
      cards: { broadcastCard: card, reminderCard: card, recalledCard: card, progressCard: card, approvalCard: card },
      clock,
      sendTime,
      daysBetweenPrompts: 7,
      keyed: (card) => card,
      resultsCards: async () => ({ kind: 'too-few' }),
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
    },
    control: {
      ...stores,
      clock,
      sendTime,
      audit: { append: async (event) => void audited.push(event), listMonth: async () => audited },
    },
    audited,
    cards,
    moveOn: (ms) => {
      now += ms;
    },
    answer: () => undefined,
  };
  return world;
}

export function chatOf(personId: string) {
  return { serviceUrl: 'https://teams.example/', conversationId: `chat of ${personId}` };
}

/** A person with a chat, or without when the number is odd. */
export function reachablePerson(number: number): Person {
  const person = madeUpPerson(number);
  return number % 2 === 1 ? person : { ...person, reach: { state: 'reachable', chat: chatOf(person.id) } };
}

/** Stores people and a broadcast to all of them that was confirmed a moment ago, and queues its planning. */
export async function confirmUpdate({ ports }: SmallWorld, people: readonly Person[]): Promise<Broadcast> {
  for (const person of people) await ports.people.create(person);
  const at = ports.clock.now().toISOString();
  const broadcast: Broadcast = {
    id: ulid(ports.clock.now().getTime()),
    author: author.id,
    content: { kind: 'update', title: { en: 'A title' }, body: { en: 'A text' } },
    audience: { areas: ['wessex'] },
    state: 'sending',
    createdAt: at,
    confirmed: { at, audienceSize: people.length },
    plan: { slices: 0, recipients: 0, complete: false },
  };
  await ports.broadcasts.create(broadcast);
  await ports.queue.enqueue({ kind: 'plan', broadcastId: broadcast.id });
  return broadcast;
}

const unlimited: Pace = {
  take: async () => ({ at: 0 }),
  leave: async () => {},
  giveBack: () => {},
  note: () => {},
  answered: () => {},
  throttled: () => {},
  working: () => {},
  rate: () => 50,
  stop: async () => {},
};
