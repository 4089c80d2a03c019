import type { Container } from '@azure/cosmos';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import { openItems } from './items.ts';

/** Responses in the container `responses`: the partition is the broadcast, the id is the person's. */
export function createCosmosResponseStore(container: Container): ResponseStore {
  const responses = openItems<Response, Response & { readonly id: string }>(container, {
    what: 'response',
    partitionKey: 'broadcastId',
    toItem: (response) => ({ id: response.personId, ...response }),
    fromItem: ({ id, ...response }) => response,
  });
  return {
    get: (broadcastId, personId) => responses.read(personId, broadcastId),
    create: responses.create,
    replace: responses.replace,

    async page(broadcastId, limit, after) {
      const query = {
        where: 'c.broadcastId = @broadcastId',
        parameters: { broadcastId },
        partition: broadcastId,
      };
      const { values, ...rest } = await responses.page(query, limit, after);
      return { responses: values, ...rest };
    },
  };
}
