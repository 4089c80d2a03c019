import { isAnonymousId } from '../../src/responses/card-key.ts';
import type { Response } from '../../src/responses/response.ts';
import type { ResponseStore } from '../../src/responses/response-store.ts';
import { isUncounted } from '../../src/responses/uncounted.ts';
import type { Versioned } from '../../src/storage/versioned.ts';
import { type Counted, checkPageLimit, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryResponseStore(): ResponseStore & Counted {
  const operations = noOperations();
  const responses = createMemoryItems<Response>(
    { what: 'response', id: (response) => response.respondentId, partition: (response) => response.broadcastId },
    operations,
  );
  return {
    operations,
    get: (broadcastId, respondentId) => responses.read(respondentId, broadcastId),
    create: responses.create,
    replace: responses.replace,

    async remove(broadcastId, respondentId, etag) {
      await responses.remove(respondentId, broadcastId, etag);
    },

    async removeSome(broadcastId, limit) {
      checkPageLimit(limit);
      return responses.removeSome((response) => response.broadcastId === broadcastId, limit);
    },

    async uncounted(broadcastId, limit, after) {
      checkPageLimit(limit);
      const { values } = await responses.query(
        (response) => response.broadcastId === broadcastId && isUncounted(response),
        limit,
        after,
      );
      const stored = await Promise.all(values.map(({ respondentId }) => responses.read(respondentId, broadcastId)));
      return stored.filter((each): each is Versioned<Response> => each !== undefined);
    },

    async rewrite(response, etag) {
      if (!isAnonymousId(response.respondentId)) throw new RangeError('Only anonymous responses are made anew');
      return responses.replace(response, etag);
    },

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
