import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { isSentPrompt } from '../../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../../broadcasts/broadcast-store.ts';
import { closesAt } from '../../broadcasts/closing.ts';
import type { DeliveryStore } from '../../delivery/delivery-store.ts';
import { countAnswers } from '../../insight/count-answers.ts';
import type { ResultsStore } from '../../insight/results-store.ts';
import type { PeopleStore } from '../../people/people-store.ts';
import type { ParticipationStore } from '../../responses/participation-store.ts';
import type { ResponseStore } from '../../responses/response-store.ts';
import type { RoadmapStore } from '../../roadmap/roadmap-store.ts';
import type { Clock } from '../../time/clock.ts';
import { finishedPrompt } from './finished-prompt.ts';
import { samplePeople } from './people.ts';
import { sampleRoadmap } from './sample-roadmap.ts';

/** The stores that sample data is written to, through the same ports as everything else. */
export interface SampleStores {
  readonly people: PeopleStore;
  readonly roadmap: RoadmapStore;
  readonly broadcasts: BroadcastStore;
  readonly deliveries: DeliveryStore;
  readonly responses: ResponseStore;
  readonly participation: ParticipationStore;
  readonly results: ResultsStore;
}

/**
 * Writes the sample people, the sample roadmap and one finished prompt. What stands already is left as it is, so
 * loading again adds nothing within a month; in a later month it adds that month's finished prompt. The prompt itself
 * is written last, so that it is never seen without its answers.
 */
export async function loadSample(stores: SampleStores, clock: Clock): Promise<void> {
  const { broadcast, slices, outcomes, deliveries, responses } = finishedPrompt(clock.now());
  await Promise.all(samplePeople().map((person) => stores.people.create(person)));
  for (const item of sampleRoadmap()) await stores.roadmap.create(item);
  await Promise.all(slices.map((slice) => stores.deliveries.createSlice(slice)));
  await Promise.all(deliveries.map((delivery) => stores.deliveries.create(delivery)));
  const at = broadcast.sentAt ?? broadcast.createdAt;
  for (const [number, outcome] of outcomes) {
    await stores.deliveries.recordOutcome(broadcast.id, 'send', number, outcome, at);
  }
  await Promise.all(responses.map((response) => stores.responses.create(response)));
  await countFinished(stores, broadcast);
  await stores.broadcasts.create(broadcast);
}

/** Counted when it closed. Nobody needs to be hidden here, so those who make up groups are always the same ones. */
async function countFinished(stores: SampleStores, broadcast: Broadcast): Promise<void> {
  if (!isSentPrompt(broadcast)) return;
  const counting = { ...stores, clock: { now: () => closesAt(broadcast) }, random: () => 0 };
  await countAnswers(counting, broadcast, { final: true });
}
