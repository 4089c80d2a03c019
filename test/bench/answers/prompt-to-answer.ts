import { ulid } from 'ulid';
import type { Broadcast } from '../../../src/broadcasts/broadcast.ts';
import { listTemplates } from '../../../src/broadcasts/templates.ts';
import type { openStores } from '../../../src/compose.ts';
import type { Delivery } from '../../../src/delivery/delivery.ts';
import type { Person } from '../../../src/people/person.ts';
import { defaultDeadline } from '../../../src/time/working-days.ts';
import cardAction from '../../fixtures/activities/card-action.json' with { type: 'json' };
import { madeUpStaff } from '../../product/made-up-people.ts';

type Stores = Awaited<ReturnType<typeof openStores>>['stores'];

/** A prompt that was sent, and the people to whom it was sent; each answers once. */
export interface PromptToAnswer {
  readonly broadcastId: string;
  readonly people: readonly Person[];
}

const writesAtOnce = 32;

/** Stores a prompt as it stands when it has been sent to so many people. */
export async function storePrompt(stores: Stores, count: number, serviceUrl: string): Promise<PromptToAnswer> {
  const people = madeUpStaff(count).map(
    (person): Person => ({ ...person, reach: { state: 'reachable', chat: chatOf(person, serviceUrl) } }),
  );
  const broadcast = sentPrompt(people);
  await stores.broadcasts.create(broadcast);
  const waiting = people.values();
  await Promise.all(
    Array.from({ length: writesAtOnce }, async () => {
      for (const person of waiting) {
        await stores.people.create(person);
        await stores.deliveries.create(deliveryTo(person, broadcast.id, serviceUrl));
      }
    }),
  );
  return { broadcastId: broadcast.id, people };
}

/** The inputs of a card that one person filled in; they differ from person to person. */
export function inputsOf(person: Person): Readonly<Record<string, string>> {
  const number = numberOf(person);
  return {
    q1: String(1 + (number % 5)),
    q2: String(1 + ((number >> 3) % 5)),
    q3: `Say who decides, and when: this is the wish of number ${number}.`,
    'q4.what': 'yes',
    'q4.when': number % 2 === 0 ? 'no' : 'partly',
    'q5.casework-tools': number % 3 === 0 ? 'problematic' : 'exciting',
  };
}

/** The activity that Teams posts when a person presses "send". */
export function answerActivity(person: Person, broadcastId: string, serviceUrl: string, tenantId: string) {
  const { action } = cardAction.value;
  const { activityId, conversationId } = messageTo(person, serviceUrl);
  return {
    ...cardAction,
    id: `f:${person.id}`,
    timestamp: new Date().toISOString(),
    serviceUrl,
    from: { ...cardAction.from, name: person.name, aadObjectId: person.id },
    conversation: { conversationType: 'personal', tenantId, id: conversationId },
    channelData: { ...cardAction.channelData, tenant: { id: tenantId }, legacy: { replyToId: `1:${activityId}` } },
    value: { ...cardAction.value, action: { ...action, data: { broadcastId, ...inputsOf(person) } } },
    replyToId: activityId,
  };
}

/** The path at which the connector updates the message of a person. */
export function updatePath(person: Person, serviceUrl: string): string {
  const { conversationId, activityId } = messageTo(person, serviceUrl);
  const folder = new URL(serviceUrl).pathname;
  return `${folder}v3/conversations/${encodeURIComponent(conversationId)}/activities/${activityId}`;
}

function sentPrompt(people: readonly Person[]): Broadcast {
  const template = listTemplates().find(({ id }) => id === 'consultation');
  if (template === undefined) throw new Error('There is no template for a consultation');
  const { title, body, questions } = template;
  const now = new Date();
  const [at, recipients] = [now.toISOString(), people.length];
  return {
    id: ulid(),
    author: people[0]?.id ?? '',
    content: { kind: 'prompt', title, body, privacy: 'confidential', questions, deadline: defaultDeadline(now) },
    audience: { areas: 'all' },
    state: 'sent',
    createdAt: at,
    confirmed: { at, audienceSize: recipients },
    plan: { slices: Math.ceil(recipients / 50), recipients, complete: true },
    sentAt: at,
  };
}

function deliveryTo(person: Person, broadcastId: string, serviceUrl: string): Delivery {
  const { area, role = 'legal', language } = person;
  const at = new Date().toISOString();
  const message = messageTo(person, serviceUrl);
  return {
    broadcastId,
    run: 'send',
    personId: person.id,
    state: 'sent',
    attempts: 1,
    at,
    message,
    area,
    role,
    language,
  };
}

function messageTo(person: Person, serviceUrl: string) {
  return { ...chatOf(person, serviceUrl), activityId: String(1_795_426_000_000 + numberOf(person)) };
}

function chatOf(person: Person, serviceUrl: string) {
  return {
    serviceUrl,
    conversationId: `a:1kXw7Zr-VqTb0nLmYp3_sHdJgEc9uAfOi4KzRvXyM6tBnPqHoSlUeWaCgDjFk1Q5yT7b_${person.id}`,
  };
}

function numberOf(person: Person): number {
  return Number(person.id.slice(-12));
}
