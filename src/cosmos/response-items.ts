import type { Container } from '@azure/cosmos';
import { isAnonymousId } from '../responses/card-key.ts';
import type { Response } from '../responses/response.ts';
import { isUncounted } from '../responses/uncounted.ts';
import { type Items, openItems } from './items.ts';

/** Under which of its two item ids an anonymous response lies. */
export type Side = 'a' | 'b';

/** Where an anonymous response lies. */
export interface Place {
  readonly side: Side;
  /** A random mark, given when the item was made and kept through its changes. */
  readonly made: string;
  /** It is a copy, and counts only where the other side says that the response has moved to this mark. */
  readonly hidden?: true;
}

/** A response as an item; only anonymous ones have a place. */
export interface Lying {
  readonly response: Response;
  readonly place?: Place;
}

/** What stands on one side for a moment after an anonymous response has moved to the item with the mark `movedTo`. */
export interface Moved extends Pick<Response, 'broadcastId' | 'respondentId'> {
  readonly side: Side;
  readonly movedTo: string;
}

type ResponseItem = Partial<Response> &
  Pick<Response, 'broadcastId' | 'respondentId'> & {
    readonly id: string;
    /** So that {@link isUncounted} can be asked for. */
    readonly uncounted: boolean;
  } & Partial<Pick<Place, 'made' | 'hidden'> & Pick<Moved, 'movedTo'>>;

export type ResponseItems = Pick<
  Items<Lying | Moved>,
  'read' | 'create' | 'replace' | 'remove' | 'removeSome' | 'some' | 'page'
>;

/** The items of the container `responses`: the partition is the broadcast, the id is that of {@link responseItemId}. */
export function openResponseItems(container: Container): ResponseItems {
  return openItems<Lying | Moved, ResponseItem>(container, {
    what: 'response',
    partitionKey: 'broadcastId',
    toItem,
    fromItem,
  });
}

function toItem(value: Lying | Moved): ResponseItem {
  if ('movedTo' in value) {
    const { side, ...moved } = value;
    return { id: responseItemId(value.respondentId, side), ...moved, uncounted: false };
  }
  const { response, place } = value;
  const { side, ...rest } = place ?? {};
  return { id: responseItemId(response.respondentId, side), ...response, uncounted: isUncounted(response), ...rest };
}

function fromItem({ id, uncounted: _uncounted, made, hidden, movedTo, ...rest }: ResponseItem): Lying | Moved {
  const side = id.endsWith('~b') ? 'b' : 'a';
  if (movedTo !== undefined) return { ...rest, side, movedTo };
  const response = rest as Response;
  if (made === undefined) return { response };
  return { response, place: { side, made, ...(hidden === undefined ? {} : { hidden }) } };
}

/** A person's id as it is; an anonymous respondent's with the side after it. */
export function responseItemId(respondentId: string, side?: Side): string {
  return side === undefined ? respondentId : `${respondentId}~${side}`;
}

/** The last item id that can belong to a respondent. */
export function lastItemId(respondentId: string): string {
  return responseItemId(respondentId, isAnonymousId(respondentId) ? 'b' : undefined);
}

/** Whose item it is. */
export function respondentOf(item: Lying | Moved): string {
  return 'movedTo' in item ? item.respondentId : item.response.respondentId;
}
