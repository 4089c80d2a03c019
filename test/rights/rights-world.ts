import { ulid } from 'ulid';
import type { Broadcast, PrivacyPromise, PromptContent } from '../../src/broadcasts/broadcast.ts';
import type { Prompt } from '../../src/broadcasts/broadcast-state.ts';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { unforeseeable } from '../../src/insight/shuffle.ts';
import { claimOf, newCardKey, respondentIdOf } from '../../src/responses/card-key.ts';
import type { Answers } from '../../src/responses/response.ts';
import type { RightsPorts } from '../../src/rights/rights-ports.ts';
import { londonZone } from '../../src/time/deadline.ts';
import { sampleBroadcast, sampleDelivery, samplePerson, sampleSlice } from '../contract/samples.ts';
import { createMemoryAuditStore } from '../fakes/memory-audit-store.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';

export const lead = samplePerson({ id: 'lead', duties: { leads: ['wessex'], roadmapOwner: false } });
export const staff = Array.from({ length: 12 }, (_, index) =>
  samplePerson({ id: `person-${String(index).padStart(2, '0')}` }),
);

export const answers: Answers = { q1: { kind: 'scale', value: 4 }, q2: { kind: 'free-text', text: 'Rhubarb' } };

export interface RightsWorld extends RightsPorts {
  /** The time, which can be set. */
  now: Date;
  /** A prompt that was sent to all staff and that all of them answered. */
  prompt(privacy: PrivacyPromise, changes?: Partial<Broadcast>): Promise<Prompt>;
  /** An update that was sent to all staff. */
  update(changes?: Partial<Broadcast>): Promise<Broadcast>;
  /** Publishes what the prompt's answers say. */
  count(prompt: Prompt): Promise<void>;
}

/** Stores in memory, with a lead and twelve members of staff. */
export async function openRightsWorld(now: string): Promise<RightsWorld> {
  const world: RightsWorld = {
    now: new Date(now),
    people: createMemoryPeopleStore(),
    broadcasts: createMemoryBroadcastStore(),
    deliveries: createMemoryDeliveryStore(),
    responses: createMemoryResponseStore(),
    participation: createMemoryParticipationStore(),
    results: createMemoryResultsStore(),
    audit: createMemoryAuditStore(),
    clock: { now: () => world.now },
    random: unforeseeable,
    retentionMonths: 12,
    prompt: (privacy, changes = {}) => addPrompt(world, privacy, changes),
    update: (changes = {}) => addBroadcast(world, sampleBroadcast(changes)),
    count: async (prompt) => {
      await countAnswers(world, prompt, { final: true });
    },
  };
  for (const person of [lead, ...staff]) await world.people.create(person);
  return world;
}

async function addBroadcast<B extends Broadcast>(world: RightsWorld, about: B): Promise<B> {
  const at = world.now.toISOString();
  const broadcast: B = {
    ...about,
    id: ulid(world.now.getTime()),
    author: lead.id,
    createdAt: at,
    state: 'sent',
    confirmed: { at, audienceSize: staff.length },
    plan: { slices: 1, recipients: staff.length, complete: true },
    sentAt: at,
  };
  await world.broadcasts.create(broadcast);
  await world.deliveries.createSlice(sampleSlice(broadcast.id, 1));
  const outcome = { sent: 12, unreachable: 0, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
  await world.deliveries.recordOutcome(broadcast.id, 'send', 1, outcome, at);
  for (const { id } of staff) {
    await world.deliveries.create(sampleDelivery({ broadcastId: broadcast.id, personId: id, state: 'sent' }));
  }
  return broadcast;
}

async function addPrompt(world: RightsWorld, privacy: PrivacyPromise, changes: Partial<Broadcast>): Promise<Prompt> {
  const content: PromptContent = {
    kind: 'prompt',
    title: { en: `A ${privacy} prompt` },
    body: { en: 'Say.' },
    privacy,
    questions: [
      { id: 'q1', kind: 'scale', text: { en: 'How?' }, required: true, lowest: { en: 'Bad' }, highest: { en: 'Good' } },
      { id: 'q2', kind: 'free-text', text: { en: 'Why?' }, required: false, maxLength: 1_000 },
    ],
    deadline: { date: '2026-06-12', time: '17:00', zone: londonZone },
  };
  const prompt: Prompt = await addBroadcast(world, { ...sampleBroadcast(), ...changes, content });
  for (const { id } of staff) {
    const key = newCardKey();
    const respondentId = privacy === 'anonymous' ? respondentIdOf(key) : id;
    const given = { broadcastId: prompt.id, respondentId, answers, revision: 1, profile: { area: 'wessex' } };
    if (privacy === 'anonymous') {
      await world.participation.create({ broadcastId: prompt.id, personId: id, claim: claimOf(key) });
      await world.responses.create(given);
    } else {
      await world.responses.create({ ...given, answeredAt: world.now.toISOString() });
    }
  }
  return prompt;
}
