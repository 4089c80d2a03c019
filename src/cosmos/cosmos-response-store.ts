import type { Container } from '@azure/cosmos';
import { isAnonymousId } from '../responses/card-key.ts';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import type { Versioned } from '../storage/versioned.ts';
import { anonymousResponses } from './anonymous-responses.ts';
import { lastItemId, openResponseItems, type ResponseItems, respondentOf, responseItemId } from './response-items.ts';
import { type Half, labelled, lyingIn, otherSide, sideOf, trueHalf } from './response-places.ts';

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
      return stored === undefined ? undefined : labelled(lyingIn(stored));
    },

    async create(response) {
      const { created, stored } = await items.create({ response });
      return { created, stored: labelled(lyingIn(stored)) };
    },

    async replace(response, etag) {
      return labelled(lyingIn(await items.replace({ response }, etag)));
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
    const counting = await Promise.all(respondents(found).map((halves) => standing(items, halves)));
    const responses = counting.flatMap((each) => (each === undefined ? [] : [labelled(each)]));
    // What does not count may hide what comes after it; only a query that found less than it asked for found everything.
    if (responses.length > 0 || found.length < rows) return responses.slice(0, limit);
  }
}

/** What counts of what was found of one respondent. Of a hidden copy, the other side says whether it does. */
async function standing(items: ResponseItems, halves: readonly Half[]) {
  const [first] = halves;
  if (halves.length > 1 || first === undefined) return countingOf(halves);
  const { response, place } = lyingIn(first).value;
  if (place?.hidden === undefined) return lyingIn(first);
  const otherId = responseItemId(response.respondentId, otherSide(place.side));
  const other = await items.read(otherId, response.broadcastId);
  const counting = countingOf(other === undefined ? halves : [...halves, other]);
  return counting?.value.place?.made === place.made ? counting : undefined;
}

async function page(items: ResponseItems, broadcastId: string, limit: number, after?: string) {
  // Two items at least, since one respondent may have two.
  const rows = Math.max(pageOf(limit), 2);
  const from = after === undefined ? undefined : lastItemId(after);
  const { values, next } = await items.page(ofBroadcast(broadcastId), rows, from);
  const halves = values.map((value) => ({ value, etag: '' }));
  const found = respondents(next === undefined ? halves : withoutHalf(halves));
  const shown = found.slice(0, limit);
  const responses = shown.flatMap((each) => countingOf(each)?.value.response ?? []);
  const last = shown.at(-1)?.[0];
  const isLast = next === undefined && shown.length === found.length;
  return { responses, ...(isLast || last === undefined ? {} : { next: respondentOf(last.value) }) };
}

/** Of the items of one respondent the one that counts, if any does. */
function countingOf(halves: readonly Half[]) {
  const [first] = halves;
  if (first !== undefined && !isAnonymousId(respondentOf(first.value))) return lyingIn(first);
  return trueHalf(
    halves.find((half) => sideOf(half) === 'a'),
    halves.find((half) => sideOf(half) === 'b'),
  );
}

/** The items of each respondent, in the order in which they come. */
function respondents(halves: readonly Half[]): readonly (readonly Half[])[] {
  return [...Map.groupBy(halves, ({ value }) => respondentOf(value)).values()];
}

/** Without a last item whose other half may be on the next page. */
function withoutHalf(halves: readonly Half[]): readonly Half[] {
  const last = halves.at(-1);
  return last !== undefined && sideOf(last) === 'a' ? halves.slice(0, -1) : halves;
}

function ofBroadcast(broadcastId: string) {
  return { where: 'c.broadcastId = @broadcastId', parameters: { broadcastId }, partition: broadcastId };
}

function pageOf(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('A page holds 1 to 1,000');
  return limit;
}
