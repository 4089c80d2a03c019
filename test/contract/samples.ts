import { ulid } from 'ulid';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { Delivery, Slice } from '../../src/delivery/delivery.ts';
import type { Person } from '../../src/people/person.ts';
import { claimOf, newCardKey, respondentIdOf } from '../../src/responses/card-key.ts';
import type { Participation } from '../../src/responses/participation-store.ts';
import type { Response } from '../../src/responses/response.ts';
import type { RoadmapItem } from '../../src/roadmap/roadmap-item.ts';

/** Text that a store must give back as it is: Welsh, quotes, line ends, right to left, outside the basic plane. */
export const awkwardText = 'Dŵr, tŷ & "ŷd" <b>\\u0041 \u2028 עברית \u{1F3F4}\u{E0067} \t\r\n null';

/** A text that no other test run uses. */
export function unique(prefix: string): string {
  return `${prefix}-${ulid().toLowerCase()}`;
}

/** A person with nothing optional. */
export function samplePerson(overrides: Partial<Person> = {}): Person {
  return {
    id: unique('person'),
    area: 'wessex',
    language: 'en',
    duties: { leads: [], roadmapOwner: false },
    reach: { state: 'unreachable', reason: 'not-installed' },
    recordedAt: '2026-11-23T09:00:00.000Z',
    ...overrides,
  };
}

export function sampleItem(overrides: Partial<RoadmapItem> = {}): RoadmapItem {
  return {
    id: unique('item'),
    kind: 'programme',
    title: { en: 'Future Casework Tools' },
    summary: { en: 'One place to work on a case.' },
    maturity: 'early',
    objectives: ['cloud'],
    outcome: { text: { en: 'Fewer systems to sign in to' }, when: { precision: 'quarter', year: 2027, quarter: 1 } },
    approach: 'strategic',
    visibility: 'internal',
    version: 1,
    changedAt: '2026-11-23T09:00:00.000Z',
    ...overrides,
  };
}

export function sampleBroadcast(overrides: Partial<Broadcast> = {}): Broadcast {
  return {
    id: ulid(),
    author: unique('person'),
    content: { kind: 'update', title: { en: 'What changed' }, body: { en: 'Two dates are firmer.' } },
    audience: { areas: 'all' },
    state: 'draft',
    createdAt: '2026-11-23T09:00:00.000Z',
    ...overrides,
  };
}

export function sampleSlice(broadcastId: string, number: number): Slice {
  return {
    broadcastId,
    number,
    recipients: [
      { personId: unique('person'), area: 'wessex', language: 'en' },
      {
        personId: unique('person'),
        area: 'cymru-wales',
        site: 'Yr Wyddgrug',
        role: 'legal',
        language: 'cy',
        chat: { serviceUrl: 'https://smba.trafficmanager.net/uk/', conversationId: 'a:1' },
      },
    ],
  };
}

export function sampleDelivery(overrides: Partial<Delivery> = {}): Delivery {
  return {
    broadcastId: ulid(),
    run: 'send',
    personId: unique('person'),
    state: 'claimed',
    attempts: 1,
    at: '2026-11-23T09:00:00.000Z',
    area: 'wessex',
    language: 'en',
    ...overrides,
  };
}

export function sampleResponse(overrides: Partial<Response> = {}): Response {
  return {
    broadcastId: ulid(),
    respondentId: unique('person'),
    answers: { q1: { kind: 'scale', value: 4 } },
    revision: 1,
    profile: { area: 'wessex', language: 'en' },
    answeredAt: '2026-11-23T09:00:00.000Z',
    ...overrides,
  };
}

/** A response that nothing leads back from. */
export function sampleAnonymousResponse(overrides: Partial<Response> = {}): Response {
  const { answeredAt: _answeredAt, ...rest } = sampleResponse();
  return { ...rest, respondentId: respondentIdOf(newCardKey()), profile: { area: 'wessex' }, ...overrides };
}

export function sampleParticipation(overrides: Partial<Participation> = {}): Participation {
  return { broadcastId: ulid(), personId: unique('person'), claim: claimOf(newCardKey()), ...overrides };
}
