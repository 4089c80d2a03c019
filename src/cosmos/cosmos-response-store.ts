import type { Container } from '@azure/cosmos';
import { isAnonymousId } from '../responses/card-key.ts';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import type { Versioned } from '../storage/versioned.ts';
import { anonymousResponses } from './anonymous-responses.ts';
import {
  type LyingResponse,
  lastItemId,
  openResponseItems,
  type ResponseItems,
  responseItemId,
} from './response-items.ts';
import { isCopy, labelled, otherSide } from './response-places.ts';

/** Responses in the container `responses`: one item a person, or one of two for an anonymous respondent. */
export function createCosmosResponseStore(container: Container): ResponseStore {
  return responseStoreOn(openResponseItems(container));
}

export function responseStoreOn(items: ResponseItems): ResponseStore {
  const named = namedResponses(items);
  const anonymous = anonymousResponses(items);
  const of = (respondentId: string) => (isAnonymousId(respondentId) ? anonymous : named);
  return {
    get: (broadcastId, respondentId) => of(respondentId).get(broadcastId, respondentId),
    create: (response) => of(response.respondentId).create(response),
    replace: (response, etag) => of(response.respondentId).replace(response, etag),
    remove: (broadcastId, respondentId, etag) => of(respondentId).remove(broadcastId, respondentId, etag),
    rewrite: (response, etag) => of(response.respondentId).rewrite(response, etag),
    uncounted: (broadcastId, limit, after) => uncounted(items, broadcastId, limit, after),
    removeSome: (broadcastId, limit) => items.removeSome(ofBroadcast(broadcastId), limit),
    page: (broadcastId, limit, after) => page(items, broadcastId, limit, after),
  };
}

function namedResponses(
  items: ResponseItems,
): Pick<ResponseStore, 'get' | 'create' | 'replace' | 'remove' | 'rewrite'> {
  return {
    async get(broadcastId, respondentId) {
      const stored = await items.read(respondentId, broadcastId);
      return stored === undefined ? undefined : labelled(stored);
    },

    async create(response) {
      const { created, stored } = await items.create({ response });
      return { created, stored: labelled(stored) };
    },

    async replace(response, etag) {
      return labelled(await items.replace({ response }, etag));
    },

    async remove(broadcastId, respondentId, etag) {
      await items.remove(respondentId, broadcastId, etag);
    },

    async rewrite() {
      throw new RangeError('Only anonymous responses are made anew');
    },
  };
}

async function uncounted(
  items: ResponseItems,
  broadcastId: string,
  limit: number,
  after?: string,
): Promise<readonly Versioned<Response>[]> {
  const { where, ...rest } = ofBroadcast(broadcastId);
  const query = { where: `${where} AND c.uncounted = true`, ...rest };
  for (let rows = pageOf(limit); ; rows *= 2) {
    const found = await items.some(query, rows, after === undefined ? undefined : lastItemId(after));
    const kept = await Promise.all(byRespondent(found, ({ value }) => value).map((each) => standing(items, each)));
    const responses = kept.filter((each) => each !== undefined);
    // A copy may hide what comes after it; only a query that found less than it asked for says that there is no more.
    if (responses.length > 0 || found.length < rows) return responses.slice(0, limit).map(labelled);
  }
}

/** The item unless it is a copy whose original still stands. */
async function standing(
  items: ResponseItems,
  item: Versioned<LyingResponse>,
): Promise<Versioned<LyingResponse> | undefined> {
  const { response, place } = item.value;
  if (place?.copyOf === undefined) return item;
  const other = await items.read(responseItemId(response.respondentId, otherSide(place.side)), response.broadcastId);
  return other !== undefined && isCopy(item.value, other.value) ? undefined : item;
}

async function page(items: ResponseItems, broadcastId: string, limit: number, after?: string) {
  // Two items at least, since one respondent may have two.
  const rows = Math.max(pageOf(limit), 2);
  const from = after === undefined ? undefined : lastItemId(after);
  const { values, next } = await items.page(ofBroadcast(broadcastId), rows, from);
  const whole = next === undefined ? values : withoutHalf(values);
  const found = byRespondent(whole, (value) => value).map(({ response }) => response);
  const responses = found.slice(0, limit);
  const last = responses.at(-1);
  const isLast = next === undefined && responses.length === found.length;
  return { responses, ...(isLast || last === undefined ? {} : { next: last.respondentId }) };
}

function ofBroadcast(broadcastId: string) {
  return { where: 'c.broadcastId = @broadcastId', parameters: { broadcastId }, partition: broadcastId };
}

function pageOf(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('A page holds 1 to 1,000');
  return limit;
}

/** Without a last item whose other half may be on the next page. */
function withoutHalf(values: readonly LyingResponse[]): readonly LyingResponse[] {
  return values.at(-1)?.place?.side === 'a' ? values.slice(0, -1) : values;
}

/** One item a respondent, the true one, in the order in which they come. */
function byRespondent<Item>(items: readonly Item[], lyingIn: (item: Item) => LyingResponse): readonly Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const { response, place } = lyingIn(item);
    const known = found.get(response.respondentId);
    const [a, b] = place?.side === 'a' ? [item, known] : [known, item];
    const isA = a !== undefined && b !== undefined && isCopy(lyingIn(b), lyingIn(a));
    const kept = isA ? a : (b ?? a);
    if (kept !== undefined) found.set(response.respondentId, kept);
  }
  return [...found.values()];
}
