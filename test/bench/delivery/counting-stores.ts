import type { Outcome, RunId, Slice } from '../../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../../src/delivery/delivery-store.ts';
import { sliceSize } from '../../../src/delivery/plan-broadcast.ts';
import type { WorkQueue } from '../../../src/delivery/work-queue.ts';
import type { PeopleStore } from '../../../src/people/people-store.ts';
import type { Person } from '../../../src/people/person.ts';
import { type Counted, noOperations } from '../../fakes/memory-items.ts';
import { personId } from '../../product/made-up-people.ts';

/**
 * Stores of an audience numbered from 1 that keep a few bytes a person outside the heap, so that what is measured on
 * the heap is the engine's. What they answer is made anew each time, as that of a database is.
 */

export function createCountingPeople(size: number, person: (number: number) => Person): PeopleStore & Counted {
  const operations = noOperations();
  const promptedAt = new Float64Array(size + 1);
  const read = (number: number): Person => {
    const at = promptedAt[number] ?? 0;
    const known = person(number);
    return at === 0 ? known : { ...known, prompted: { broadcastId: '', at: new Date(at).toISOString() } };
  };
  const notUsed = async (): Promise<never> => {
    throw new Error('Delivery does not ask for this');
  };
  return {
    operations,
    async get(id) {
      operations.reads += 1;
      return { value: read(numberOf(id)), etag: '' };
    },
    async replace(value) {
      operations.writes += 1;
      promptedAt[numberOf(value.id)] = Date.parse(value.prompted?.at ?? '');
      return { value, etag: '' };
    },
    async page(_filter, limit, after) {
      operations.queries += 1;
      const first = after === undefined ? 1 : numberOf(after) + 1;
      const count = Math.min(limit, size - first + 1);
      const people = Array.from({ length: count }, (_, index) => read(first + index));
      return first + count > size ? { people } : { people, next: personId(first + count - 1) };
    },
    create: notUsed,
    count: notUsed,
    countPrompted: notUsed,
    roadmapOwners: notUsed,
  };
}

export interface CountingDeliveries extends DeliveryStore, Counted {
  readonly sent: number;
}

const nothing = 0;
const claimed = 1;
const ended = 2;

export function createCountingDeliveries(size: number, sliceOf: (number: number) => Slice): CountingDeliveries {
  const operations = noOperations();
  const states = new Uint8Array(size + 1);
  const outcomes = new Uint8Array(Math.ceil(size / sliceSize) + 1);
  let [slices, sent] = [0, 0];

  async function note(slice: number, count: number): Promise<void> {
    operations.writes += 1;
    outcomes[slice] = count;
  }

  return {
    operations,
    get sent() {
      return sent;
    },
    async createSlice(slice) {
      operations.writes += 1;
      if (slice.number !== slices + 1) throw new Error('Slices are created in order');
      slices = slice.number;
      return { created: true, stored: { value: slice, etag: '' } };
    },
    async getSlice(_broadcastId, number) {
      operations.reads += 1;
      return number > slices ? undefined : sliceOf(number);
    },
    slices: async () => {
      throw new Error('Delivery does not ask for all slices at once');
    },
    async get() {
      operations.reads += 1;
      return undefined;
    },
    async create(delivery) {
      operations.writes += 1;
      const number = numberOf(delivery.personId);
      if (states[number] !== nothing) throw new Error('Somebody is claimed twice');
      states[number] = claimed;
      return { created: true, stored: { value: delivery, etag: '' } };
    },
    async replace(delivery) {
      operations.writes += 1;
      const number = numberOf(delivery.personId);
      if (states[number] !== claimed || delivery.state !== 'sent') throw new Error('Something else than a record');
      states[number] = ended;
      sent += 1;
      return { value: delivery, etag: '' };
    },
    recordOutcome: (_id, _run, slice, outcome) => note(slice, outcome.sent),
    recordWait: (_id, _run, slice) => note(slice, 0),
    forgetOutcome: (_id, _run, slice) => note(slice, 0),
    touch: async () => {
      operations.writes += 1;
    },
    removePeople: async () => {
      throw new Error('Delivery removes nobody');
    },
    async progress() {
      operations.reads += 1;
      const known = new Map<number, Outcome>();
      for (const [slice, count] of outcomes.entries()) if (count > 0) known.set(slice, outcomeOf(count));
      return { outcomes: known, waits: new Map(), at: new Date().toISOString() };
    },
  };
}

/** A queue of slices, and of one plan before them. */
export function createCountingQueue(size: number): WorkQueue & Counted {
  const operations = noOperations();
  const slices = new Uint32Array(Math.ceil(size / sliceSize));
  const about: { id: string; run: RunId; planned: boolean } = { id: '', run: 'send', planned: true };
  let [first, end] = [0, 0];
  const change = async (): Promise<void> => {
    operations.writes += 1;
  };
  const handOut = () => {
    if (!about.planned) {
      about.planned = true;
      return { kind: 'plan', broadcastId: about.id } as const;
    }
    if (first === end) return undefined;
    first += 1;
    return { kind: 'slice', broadcastId: about.id, run: about.run, slice: slices[first - 1] ?? 0 } as const;
  };
  return {
    operations,
    async enqueue(work) {
      operations.writes += 1;
      about.id = work.broadcastId;
      if (work.kind === 'plan') about.planned = false;
      if (work.kind === 'slice') slices[end++] = work.slice;
    },
    async receive() {
      operations.reads += 1;
      const work = handOut();
      return work === undefined ? [] : [{ work, deliveries: 1, done: change, extend: change }];
    },
  };
}

function numberOf(id: string): number {
  return Number(id.slice(-12));
}

function outcomeOf(sent: number): Outcome {
  return { sent, unreachable: 0, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
}
