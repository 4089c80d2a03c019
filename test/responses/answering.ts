import { ulid } from 'ulid';
import type { Broadcast, PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import type { Question } from '../../src/broadcasts/question.ts';
import { coarseProfiles } from '../../src/responses/coarse-profile.ts';
import type { Asked, ResponsePorts } from '../../src/responses/response-ports.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';

const option = (id: string) => ({ id, text: { en: id } });

export const questions: readonly Question[] = [
  { id: 'q1', kind: 'scale', text: { en: 'How?' }, required: true, lowest: { en: 'Bad' }, highest: { en: 'Good' } },
  { id: 'q2', kind: 'free-text', text: { en: 'Why?' }, required: false, maxLength: 500 },
  {
    id: 'q3',
    kind: 'one-choice',
    asks: 'working-place',
    text: { en: 'Where do you mostly work?' },
    required: false,
    options: ['home', 'office', 'court', 'elsewhere'].map(option),
  },
];

/** The deadline is 5pm on Friday 10 March 2023, which was Greenwich time. */
export const deadline = { date: '2023-03-10', time: '17:00', zone: 'Europe/London' } as const;
export const closesAtMs = Date.parse('2023-03-10T17:00:00Z');

export interface Answering {
  readonly ports: ResponsePorts & {
    readonly responses: ReturnType<typeof createMemoryResponseStore>;
    readonly participation: ReturnType<typeof createMemoryParticipationStore>;
  };
  readonly broadcastId: string;
  /** Milliseconds since 1970. */
  now: number;
  change(change: Partial<Broadcast>): Promise<void>;
}

/** A prompt that was sent to everybody who is asked here, with stores in memory and a clock that is moved by hand. */
export async function sentPrompt(
  privacy: PrivacyPromise,
  asked: Readonly<Record<string, Asked>>,
  about: Partial<Broadcast> = {},
): Promise<Answering> {
  const broadcasts = createMemoryBroadcastStore();
  const sentAt = '2023-02-27T10:00:00.000Z';
  const id = ulid(Date.parse(sentAt));
  const { stored } = await broadcasts.create({
    id,
    author: 'the author',
    content: { kind: 'prompt', title: { en: 'A title' }, body: { en: 'A text' }, privacy, questions, deadline },
    audience: { areas: 'all' },
    state: 'sent',
    createdAt: sentAt,
    confirmed: { at: sentAt, audienceSize: Object.keys(asked).length },
    ...about,
  });
  let etag = stored.etag;
  const profiles = coarseProfiles(Object.values(asked));
  const answering: Answering = {
    broadcastId: id,
    now: Date.parse(sentAt) + 60_000,
    ports: {
      responses: createMemoryResponseStore(),
      participation: createMemoryParticipationStore(),
      broadcasts,
      clock: { now: () => new Date(answering.now) },
      sentBroadcast: async (broadcastId) => (await broadcasts.get(broadcastId))?.value,
      asked: async (_broadcastId, personId) => asked[personId],
      coarse: async (_broadcast, who) => profiles(who),
    },
    change: async (change) => {
      const now = await broadcasts.get(id);
      if (now === undefined) throw new Error('The prompt is gone');
      etag = (await broadcasts.replace({ ...now.value, ...change }, etag)).etag;
    },
  };
  return answering;
}

/** So many people who are asked, `person-1` and on, who do not differ. */
export function alike(count: number, who: Asked): Record<string, Asked> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`person-${index + 1}`, who]));
}
