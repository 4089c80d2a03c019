import type { Container } from '@azure/cosmos';
import { isAnonymousId } from '../responses/card-key.ts';
import type { Response } from '../responses/response.ts';
import { isUncounted } from '../responses/uncounted.ts';
import { type Items, openItems } from './items.ts';

/** Under which of its two item ids an anonymous response lies. */
export type Side = 'a' | 'b';

/** Where an anonymous response lies, and what tells an item from the copy that takes its place. */
export interface Place {
  readonly side: Side;
  /** A random mark, given when the item was made and kept through its changes. */
  readonly made: string;
  /** The mark of the item that this one was copied from, which may still be there. */
  readonly copyOf?: string;
}

export interface LyingResponse {
  readonly response: Response;
  /** Only anonymous responses have one. */
  readonly place?: Place;
}

type ResponseItem = Response & {
  readonly id: string;
  /** So that {@link isUncounted} can be asked for. */
  readonly uncounted: boolean;
  readonly made?: string;
  readonly copyOf?: string;
};

export type ResponseItems = Pick<
  Items<LyingResponse>,
  'read' | 'create' | 'replace' | 'remove' | 'removeSome' | 'some' | 'page'
>;

/** The items of the container `responses`: the partition is the broadcast, the id is that of {@link responseItemId}. */
export function openResponseItems(container: Container): ResponseItems {
  return openItems<LyingResponse, ResponseItem>(container, {
    what: 'response',
    partitionKey: 'broadcastId',
    toItem: ({ response, place }) => ({
      id: responseItemId(response.respondentId, place?.side),
      ...response,
      uncounted: isUncounted(response),
      ...(place === undefined ? {} : { made: place.made }),
      ...(place?.copyOf === undefined ? {} : { copyOf: place.copyOf }),
    }),
    fromItem: ({ id, uncounted: _uncounted, made, copyOf, ...response }) => {
      if (made === undefined) return { response };
      const side = id.endsWith('~b') ? 'b' : 'a';
      return { response, place: { side, made, ...(copyOf === undefined ? {} : { copyOf }) } };
    },
  });
}

/** A person's id as it is; an anonymous respondent's with the side after it. */
export function responseItemId(respondentId: string, side?: Side): string {
  return side === undefined ? respondentId : `${respondentId}~${side}`;
}

/** The last item id that can belong to a respondent. */
export function lastItemId(respondentId: string): string {
  return responseItemId(respondentId, isAnonymousId(respondentId) ? 'b' : undefined);
}
