import { type LyingResponse, type ResponseItems, responseItemId } from '../../src/cosmos/response-items.ts';
import { isUncounted } from '../../src/responses/uncounted.ts';
import type { Versioned } from '../../src/storage/versioned.ts';
import { createMemoryItems, noOperations } from './memory-items.ts';

/** The items of the container `responses` in memory, to try what happens when writes cross and break off. */
export function createMemoryResponseItems(): ResponseItems {
  const idOf = ({ response, place }: LyingResponse) => responseItemId(response.respondentId, place?.side);
  const items = createMemoryItems<LyingResponse>(
    { what: 'response', id: idOf, partition: ({ response }) => response.broadcastId },
    noOperations(),
  );
  return {
    read: items.read,
    create: items.create,
    replace: items.replace,
    remove: items.remove,
    removeSome: ({ partition }, limit) => items.removeSome(({ response }) => response.broadcastId === partition, limit),
    page: ({ partition }, limit, after) =>
      items.query(({ response }) => response.broadcastId === partition, limit, after),

    /** The only query that is made of some is for what is uncounted. */
    async some({ partition = '' }, limit, after) {
      const { values } = await items.query(
        ({ response }) => response.broadcastId === partition && isUncounted(response),
        limit,
        after,
      );
      const found = await Promise.all(values.map((value) => items.read(idOf(value), partition)));
      return found.filter((each): each is Versioned<LyingResponse> => each !== undefined);
    },
  };
}
