import {
  type Lying,
  type Moved,
  type ResponseItems,
  respondentOf,
  responseItemId,
} from '../../src/cosmos/response-items.ts';
import { type Half, sideOf } from '../../src/cosmos/response-places.ts';
import { isUncounted } from '../../src/responses/uncounted.ts';
import { createMemoryItems, noOperations } from './memory-items.ts';

/** The items of the container `responses` in memory, to try what happens when writes cross and break off. */
export function createMemoryResponseItems(): ResponseItems {
  const idOf = (value: Lying | Moved) => responseItemId(respondentOf(value), sideOf({ value, etag: '' }));
  const partitionOf = (value: Lying | Moved) => ('movedTo' in value ? value : value.response).broadcastId;
  const items = createMemoryItems<Lying | Moved>(
    { what: 'response', id: idOf, partition: partitionOf },
    noOperations(),
  );
  return {
    read: items.read,
    create: items.create,
    replace: items.replace,
    remove: items.remove,
    removeSome: ({ partition }, limit) => items.removeSome((value) => partitionOf(value) === partition, limit),
    page: ({ partition }, limit, after) => items.query((value) => partitionOf(value) === partition, limit, after),

    /** The only query that is made of some is for what is uncounted. */
    async some({ partition = '' }, limit, after) {
      const { values } = await items.query(
        (value) => partitionOf(value) === partition && !('movedTo' in value) && isUncounted(value.response),
        limit,
        after,
      );
      const found = await Promise.all(values.map((value) => items.read(idOf(value), partition)));
      return found.filter((each): each is Half => each !== undefined);
    },
  };
}
