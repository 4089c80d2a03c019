import PQueue from 'p-queue';
import type { AuditEvent } from '../broadcasts/audit.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import type { Delivery, RunId } from '../delivery/delivery.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { Response } from '../responses/response.ts';
import { heldBroadcasts } from './held-broadcasts.ts';
import { monthsBackFrom } from './months.ts';
import type { RightsPorts } from './rights-ports.ts';

/** All that is held about one person and can be found by who they are. */
export interface PersonalData {
  readonly person: Person;
  /** Answers to named and confidential prompts, the newest prompt first. */
  readonly answers: readonly HeldAnswer[];
  /** Anonymous prompts that they answered. Only this is known: nothing that is stored leads to the answer. */
  readonly anonymous: readonly Prompt[];
  /** What became of every card that was meant for them. */
  readonly messages: readonly HeldMessage[];
  /** The broadcasts they wrote, drafts included. */
  readonly written: readonly Broadcast[];
  /** What they did, and what was done to their entry, as far as it is in the audit log. */
  readonly recorded: readonly AuditEvent[];
}

export interface HeldAnswer {
  readonly prompt: Prompt;
  readonly response: Response;
}

export interface HeldMessage {
  readonly broadcast: Broadcast;
  /** One for each pass: the first, reminders, corrections, results. */
  readonly deliveries: readonly Delivery[];
}

const readsAtOnce = 20;
const queriesAtOnce = 8;

type ReadPorts = Pick<
  RightsPorts,
  'people' | 'broadcasts' | 'deliveries' | 'responses' | 'participation' | 'audit' | 'clock'
>;

/** Reads all that is held about a person, by point reads and one query a month. Throws PersonUnknown. */
export async function readPersonalData(ports: ReadPorts, personId: string): Promise<PersonalData> {
  const person = await ports.people.get(personId);
  if (person === undefined) throw new ProductError('PersonUnknown');
  const held = (await heldBroadcasts(ports.broadcasts, ports.clock.now())).map(({ value }) => value);
  const queue = new PQueue({ concurrency: readsAtOnce });
  const about = await queue.addAll(held.map((broadcast) => () => readAbout(ports, personId, broadcast)));
  return {
    person: person.value,
    answers: about.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
    anonymous: about.flatMap(({ anonymous }) => (anonymous === undefined ? [] : [anonymous])),
    messages: about.flatMap(({ message }) => (message === undefined ? [] : [message])),
    written: held.filter(({ author }) => author === personId),
    recorded: await recordedOf(ports, personId),
  };
}

interface About {
  readonly message?: HeldMessage;
  readonly answer?: HeldAnswer;
  readonly anonymous?: Prompt;
}

async function readAbout(ports: ReadPorts, personId: string, broadcast: Broadcast): Promise<About> {
  const runs: readonly RunId[] = ['send', ...(broadcast.laterRuns ?? []).map(({ id }) => id)];
  const found = await Promise.all(runs.map((run) => ports.deliveries.get(broadcast.id, run, personId)));
  const deliveries = found.flatMap((stored) => (stored === undefined ? [] : [stored.value]));
  if (deliveries.length === 0) return {};
  const message = { broadcast, deliveries };
  if (!isSentPrompt(broadcast)) return { message };
  if (broadcast.content.privacy === 'anonymous') {
    const participation = await ports.participation.get(broadcast.id, personId);
    return { message, ...(participation === undefined ? {} : { anonymous: broadcast }) };
  }
  const response = await ports.responses.get(broadcast.id, personId);
  return { message, ...(response === undefined ? {} : { answer: { prompt: broadcast, response: response.value } }) };
}

/** Oldest first. */
async function recordedOf({ audit, clock }: ReadPorts, personId: string): Promise<readonly AuditEvent[]> {
  const queue = new PQueue({ concurrency: queriesAtOnce });
  const months = monthsBackFrom(clock.now()).toReversed();
  const events = (await queue.addAll(months.map((month) => () => audit.listMonth(month)))).flat();
  return events.filter(({ who, about }) => who === personId || about === personId);
}
