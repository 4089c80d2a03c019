import { type BroadcastState, broadcastStates } from '../broadcasts/broadcast.ts';
import { ProductError } from '../errors/product-error.ts';

/** States with commas between; undefined for any. Throws RequestMalformed for one that does not exist. */
export function readStates(states: string | undefined): readonly BroadcastState[] | undefined {
  return states?.split(',').map((state) => {
    const known = broadcastStates.find((each) => each === state);
    if (known === undefined) throw new ProductError('RequestMalformed', { field: 'query.state' });
    return known;
  });
}
