import type { ParticipationStore } from '../responses/participation-store.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import type { Clock } from '../time/clock.ts';
import type { ResultsStore } from './results-store.ts';
import type { Random } from './shuffle.ts';

/** What counting answers takes. */
export interface CountingPorts {
  readonly responses: ResponseStore;
  readonly participation: ParticipationStore;
  readonly results: ResultsStore;
  readonly clock: Clock;
  readonly random: Random;
}
