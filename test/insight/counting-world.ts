import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Broadcast, PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../../src/broadcasts/broadcast-state.ts';
import type { Question } from '../../src/broadcasts/question.ts';
import type { CountingPorts } from '../../src/insight/counting-ports.ts';
import { withCommentsFollowing } from '../../src/insight/follow-comments.ts';
import type { RedactionPorts } from '../../src/insight/redact-comment.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Person } from '../../src/people/person.ts';
import type { Answers, Profile } from '../../src/responses/response.ts';
import { putAnswer, takeBack } from '../../src/responses/stored-answer.ts';
import { samplePerson } from '../contract/samples.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';

export const owner: Person = samplePerson({ id: 'owner', duties: { leads: [], roadmapOwner: true } });

/** Before the deadline of the prompts here. */
export const open = new Date('2026-12-01T10:00:00Z');
export const closed = new Date('2026-12-11T10:00:00Z');

/** A prompt and its answers in memory, with all that counting and reading them takes. */
export interface CountingWorld {
  readonly prompt: Prompt;
  readonly ports: CountingPorts & RedactionPorts;
  readonly stores: ReturnType<typeof memoryStores>;
  answer(respondentId: string, profile: Profile, answers: Answers): Promise<void>;
  withdraw(respondentId: string): Promise<void>;
  now: Date;
}

export async function countingWorld(
  privacy: PrivacyPromise,
  questions: readonly Question[],
  seed = 1,
  overrides: Partial<Broadcast> = {},
): Promise<CountingWorld> {
  const stores = memoryStores();
  const prompt = samplePrompt(privacy, questions, overrides);
  await stores.broadcasts.create(prompt);
  const responses = withCommentsFollowing(stores.responses, stores.results, stores.broadcasts);
  const world: CountingWorld = {
    prompt,
    stores,
    now: open,
    ports: {
      ...stores,
      responses,
      areas: listAreas(),
      clock: { now: () => world.now },
      random: seeded(seed),
      audit: { append: async () => undefined, listMonth: async () => [] },
      reached: async () => ({ asked: 100, reached: 80 }),
    },
    answer: async (respondentId, profile, answers) => {
      const given = { broadcastId: prompt.id, respondentId, profile, answers };
      await putAnswer(responses, privacy === 'anonymous' ? given : { ...given, answeredAt: world.now.toISOString() });
    },
    withdraw: async (respondentId) => {
      await takeBack(responses, prompt.id, respondentId);
    },
  };
  return world;
}

export function samplePrompt(
  privacy: PrivacyPromise,
  questions: readonly Question[],
  overrides: Partial<Broadcast> = {},
): Prompt {
  const id = ulid(open.getTime());
  const broadcast: Broadcast = {
    id,
    author: owner.id,
    audience: { areas: 'all' },
    state: 'sent',
    createdAt: '2026-11-30T09:00:00.000Z',
    confirmed: { at: '2026-11-30T09:00:00.000Z', audienceSize: 100 },
    content: {
      kind: 'prompt',
      title: { en: 'Files' },
      body: { en: 'Say.' },
      privacy,
      questions,
      deadline: { date: '2026-12-10', time: '17:00', zone: 'Europe/London' },
    },
    ...overrides,
  };
  assert.ok(isSentPrompt(broadcast));
  return broadcast;
}

function memoryStores() {
  return {
    broadcasts: createMemoryBroadcastStore(),
    responses: createMemoryResponseStore(),
    participation: createMemoryParticipationStore(),
    results: createMemoryResultsStore(),
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const scale: Question = {
  id: 'q2',
  kind: 'scale',
  text: { en: 'How good?' },
  required: false,
  lowest: { en: 'Bad' },
  highest: { en: 'Good' },
};
export const comment: Question = { id: 'q3', kind: 'free-text', text: { en: 'Why?' }, required: false, maxLength: 500 };
