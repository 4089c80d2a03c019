import type { Draft } from '../../src/api/contract/broadcasts.ts';
import { contractRoutes, type RouteName } from '../../src/api/contract/paths.ts';
import type { AnswerOf } from '../../src/api/contract/route-types.ts';
import { sampleRoadmap } from '../../src/local/sample/sample-roadmap.ts';
import type { Person } from '../../src/people/person.ts';
import type { Clock } from '../../src/time/clock.ts';
import { systemClock } from '../../src/time/clock.ts';
import { defaultSendingHours, type SendingHours } from '../../src/time/sending-hours.ts';
import { memoryServices } from '../api/api-services.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { callRoute } from '../api/call-route.ts';
import { madeUpPerson, madeUpStaff } from '../product/made-up-people.ts';
import type { ApiAnswer, ApiAnswers, ApiCall } from './api-answers.ts';

const reach = { state: 'reachable', chat: { conversationId: 'c', serviceUrl: 'https://teams.test/' } } as const;

/** Who writes in tests. */
export const authors = {
  lead: madeUpPerson(9001, { name: 'Sam Green', duties: { leads: ['wessex'], roadmapOwner: false }, reach }),
  leadOfTwo: madeUpPerson(9002, { duties: { leads: ['south-east', 'wessex'], roadmapOwner: false } }),
  owner: madeUpPerson(9003, { area: 'hq', duties: { leads: [], roadmapOwner: true }, reach }),
  welshLead: madeUpPerson(9004, {
    area: 'cymru-wales',
    language: 'cy',
    duties: { leads: ['cymru-wales'], roadmapOwner: false },
    reach,
  }),
} as const satisfies Record<string, Person>;

export interface ComposeUnderTest {
  readonly api: ApiUnderTest;
  /** What the API answers this person; what of it a test changes, such as by losing the connection. */
  answersFor(person: Person, change?: ApiAnswers): ApiAnswers;
  /** A draft of a person's, as the API stores it. */
  start(person: Person, draft: Draft): Promise<AnswerOf<'getBroadcast'>>;
  read(person: Person, id: string): Promise<AnswerOf<'getBroadcast'>>;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly clock?: Clock;
  readonly sendingHours?: SendingHours;
}

/** The API as it is, with 280 people in the 14 areas, of whom cards reach three in four, beside the authors. */
export async function startComposeUnderTest(options: ComposeOptions = {}): Promise<ComposeUnderTest> {
  const { clock = systemClock, sendingHours = defaultSendingHours } = options;
  const services = memoryServices(clock);
  const api = await startApi({}, { ...services, compose: { ...services.compose, sendingHours } });
  const staff = madeUpStaff(280).map((person, index) => (index % 4 === 0 ? person : { ...person, reach }));
  for (const person of [...staff, ...Object.values(authors)]) await services.people.create(person);
  for (const item of sampleRoadmap()) await services.roadmap.create(item);
  return {
    api,
    answersFor: (person, change = {}) => ({
      ...(Object.fromEntries(
        (Object.keys(contractRoutes) as RouteName[]).map((name) => [
          name,
          (call: ApiCall) => forward(api, person, name, call),
        ]),
      ) as ApiAnswers),
      // There is no Teams here to send it to.
      sendToMe: () => ({ json: { sent: true } }),
      ...change,
    }),
    start: async (person, draft) => (await callRoute(api, person.id, 'startDraft', { body: draft })).body,
    read: async (person, id) => (await callRoute(api, person.id, 'getBroadcast', { params: { broadcastId: id } })).body,
    close: api.close,
  };
}

/** Calls the API as the tab did, but with a token that it takes. */
export async function forward(
  api: ApiUnderTest,
  person: Person,
  name: RouteName,
  { params, query, body, headers }: ApiCall,
): Promise<ApiAnswer> {
  const { method, path } = contractRoutes[name];
  const address = path.replace(/:(\w+)/g, (_whole, each: string) => encodeURIComponent(params[each] ?? ''));
  const kept = ['if-match', 'idempotency-key', 'accept-language'].flatMap((each) => {
    const value = headers[each];
    return value === undefined ? [] : [[each, value] as const];
  });
  const response = await api.call(
    person.id,
    method.toUpperCase(),
    query.size === 0 ? address : `${address}?${query}`,
    body === '' ? undefined : JSON.parse(body),
    Object.fromEntries(kept),
  );
  const text = await response.text();
  const etag = response.headers.get('etag');
  return {
    status: response.status,
    ...(text === '' ? {} : { json: JSON.parse(text) }),
    ...(etag === null ? {} : { etag }),
  };
}
