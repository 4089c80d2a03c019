import type { Response } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { type Counted, checkPageLimit, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryResponseStore(): ResponseStore & Counted {
  const operations = noOperations();
  const responses = createMemoryItems<Response>(
    { what: 'response', id: (response) => response.personId, partition: (response) => response.broadcastId },
    operations,
  );
  return {
    operations,
    get: (broadcastId, personId) => responses.read(personId, broadcastId),
    create: responses.create,
    replace: responses.replace,

    async page(broadcastId, limit, after) {
      checkPageLimit(limit);
      const { values, ...rest } = await responses.query(
        (response) => response.broadcastId === broadcastId,
        limit,
        after,
      );
      return { responses: values, ...rest };
    },
  };
}
