import type { Database } from '@azure/cosmos';
import { createCosmosAuditStore } from '../../src/cosmos/cosmos-audit-store.ts';
import { createCosmosBroadcastStore } from '../../src/cosmos/cosmos-broadcast-store.ts';
import { createCosmosDeliveryStore } from '../../src/cosmos/cosmos-delivery-store.ts';
import { createCosmosKeptAnswerStore } from '../../src/cosmos/cosmos-kept-answer-store.ts';
import { createCosmosPaceStore } from '../../src/cosmos/cosmos-pace-store.ts';
import { createCosmosParticipationStore } from '../../src/cosmos/cosmos-participation-store.ts';
import { createCosmosPeopleStore } from '../../src/cosmos/cosmos-people-store.ts';
import { createCosmosResponseStore } from '../../src/cosmos/cosmos-response-store.ts';
import { createCosmosResultsStore } from '../../src/cosmos/cosmos-results-store.ts';
import { createCosmosRoadmapStore } from '../../src/cosmos/cosmos-roadmap-store.ts';
import { createMemoryAuditStore } from '../fakes/memory-audit-store.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryKeptAnswerStore } from '../fakes/memory-kept-answer-store.ts';
import { createMemoryPaceStore } from '../fakes/memory-pace-store.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';
import { createMemoryRoadmapStore } from '../fakes/memory-roadmap-store.ts';
import { describeAuditStore } from './audit-store.contract.ts';
import { describeBroadcastStore } from './broadcast-store.contract.ts';
import { cosmosBackends } from './cosmos-backend.ts';
import { describeDeliveryStore } from './delivery-store.contract.ts';
import { describeKeptAnswerStore } from './kept-answer-store.contract.ts';
import { describePaceStore } from './pace-store.contract.ts';
import { describeParticipationStore } from './participation-store.contract.ts';
import { describePeopleStore } from './people-store.contract.ts';
import { describeResponseStore } from './response-store.contract.ts';
import { describeResultsStore } from './results-store.contract.ts';
import { describeRoadmapStore } from './roadmap-store.contract.ts';

describe('Stores in memory', () => {
  describePeopleStore('in memory', async () => createMemoryPeopleStore());
  describeRoadmapStore('in memory', async () => createMemoryRoadmapStore());
  describeBroadcastStore('in memory', async () => createMemoryBroadcastStore());
  describeDeliveryStore('in memory', async () => createMemoryDeliveryStore());
  describeResponseStore('in memory', async () => createMemoryResponseStore());
  describeResultsStore('in memory', async () => createMemoryResultsStore());
  describeParticipationStore('in memory', async () => createMemoryParticipationStore());
  describeKeptAnswerStore('in memory', async () => createMemoryKeptAnswerStore());
  describeAuditStore('in memory', async () => createMemoryAuditStore());
  describePaceStore('in memory', async () => createMemoryPaceStore());
});

for (const { name, open } of cosmosBackends(process.env)) {
  describe(`Stores on ${name}`, () => {
    let database: Database;
    let close: () => Promise<void>;

    before(async () => {
      ({ database, close } = await open());
    });
    after(() => close());

    describePeopleStore(name, async () => createCosmosPeopleStore(database.container('people')));
    describeRoadmapStore(name, async () => createCosmosRoadmapStore(database.container('roadmap')));
    describeBroadcastStore(name, async () => createCosmosBroadcastStore(database.container('broadcasts')));
    describeDeliveryStore(name, async () => createCosmosDeliveryStore(database.container('deliveries')));
    describeResponseStore(name, async () => createCosmosResponseStore(database.container('responses')));
    describeResultsStore(name, async () => createCosmosResultsStore(database.container('results')));
    describeParticipationStore(name, async () => createCosmosParticipationStore(database.container('participation')));
    describeKeptAnswerStore(name, async () => createCosmosKeptAnswerStore(database.container('idempotency')));
    describeAuditStore(name, async () => createCosmosAuditStore(database.container('audit')));
    describePaceStore(name, async (tenant) => createCosmosPaceStore(database.container('senders'), tenant));
  });
}
