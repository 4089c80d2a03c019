import type { ApiServices } from '../../src/api/api-services.ts';
import { createCardMaker } from '../../src/bot/broadcast-cards.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { askedByArea } from '../../src/delivery/asked-by-area.ts';
import type { CardSender } from '../../src/delivery/card-sender.ts';
import { readProgress } from '../../src/delivery/progress.ts';
import { listAreas } from '../../src/people/areas.ts';
import { type Clock, systemClock } from '../../src/time/clock.ts';
import { anyTime } from '../../src/time/sending-hours.ts';
import { createMemoryAuditStore } from '../fakes/memory-audit-store.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryKeptAnswerStore } from '../fakes/memory-kept-answer-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';
import { createMemoryRoadmapStore } from '../fakes/memory-roadmap-store.ts';
import { createMemoryWorkQueue } from '../fakes/memory-work-queue.ts';

/** What the API needs, on stores in memory, with nobody to send cards to. */
export function memoryServices(clock: Clock = systemClock): ApiServices {
  const areas = listAreas();
  const texts = createCardTexts();
  const stores = {
    people: createMemoryPeopleStore(),
    roadmap: createMemoryRoadmapStore(),
    broadcasts: createMemoryBroadcastStore(),
    deliveries: createMemoryDeliveryStore(),
    audit: createMemoryAuditStore(),
    keptAnswers: createMemoryKeptAnswerStore(),
  };
  const queue = createMemoryWorkQueue();
  const { deliveries } = stores;
  return {
    ...stores,
    queue,
    areas,
    texts,
    clock,
    sender: nobody,
    compose: { ...stores, clock, areas, sendingHours: anyTime, daysBetweenPrompts: 7 },
    control: { ...stores, clock, queue, sendTime: (_person, from) => from },
    results: {
      ...stores,
      results: createMemoryResultsStore(),
      clock,
      areas,
      reached: async (broadcast) => {
        const { recipients, outcome } = await readProgress({ deliveries, clock }, broadcast);
        return { asked: recipients, reached: outcome.sent };
      },
    },
    cards: createCardMaker({ ...stores, areas, texts, clock, contactAddress: 'roadmap@example.org' }),
    askedByArea: ({ id, plan }) => askedByArea(deliveries, id, plan?.slices ?? 0),
  };
}

const gone = { kind: 'unreachable', reason: 'not-installed' } as const;
const nobody: CardSender = { openChat: async () => gone, send: async () => gone, update: async () => gone };
