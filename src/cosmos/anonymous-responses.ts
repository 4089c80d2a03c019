import { randomInt } from 'node:crypto';
import type { ResponseStore } from '../responses/response-store.ts';
import { VersionConflict } from '../storage/versioned.ts';
import { discard, moveResponse } from './move-response.ts';
import { type ResponseItems, responseItemId, type Side } from './response-items.ts';
import { type Half, labelled, lyingIn, newMark, type Placed, placed, readLabel, trueHalf } from './response-places.ts';

/**
 * Anonymous responses, each under one of two item ids. Cosmos DB keeps on every item when it was last written (`_ts`)
 * and numbers items in the order in which they were made (`_rid`); a response that is made anew under its other id, in
 * random order among all of its prompt, shows neither when it was given nor before or after which others. Which of the
 * two ids it lies under is left to chance each time, so that this does not tell how often it was made anew.
 *
 * An answer is created under side `a`; should it lie under `b` already, the new item gives way.
 */
export function anonymousResponses(
  items: ResponseItems,
): Pick<ResponseStore, 'get' | 'create' | 'replace' | 'remove' | 'rewrite'> {
  const read = (broadcastId: string, respondentId: string, side: Side): Promise<Half | undefined> =>
    items.read(responseItemId(respondentId, side), broadcastId);

  /** The two sides are not read at one instant, so what is just being made anew may be found on neither. */
  async function find(broadcastId: string, respondentId: string): Promise<Placed | undefined> {
    const both = () => Promise.all([read(broadcastId, respondentId, 'a'), read(broadcastId, respondentId, 'b')]);
    const [a, b] = await both();
    const item = trueHalf(a, b);
    return item !== undefined || (a === undefined && b === undefined) ? item : trueHalf(...(await both()));
  }

  /** Making anew moves a response twice at most, so whoever looks for it on one side after the other finds it in time. */
  async function isGone(broadcastId: string, respondentId: string): Promise<boolean> {
    const seen: Record<Side, Half | undefined> = { a: undefined, b: undefined };
    for (const side of ['a', 'b', 'a', 'b', 'a'] as const) {
      seen[side] = await read(broadcastId, respondentId, side);
      if (trueHalf(seen.a, seen.b) !== undefined) return false;
    }
    return true;
  }

  return {
    async get(broadcastId, respondentId) {
      const found = await find(broadcastId, respondentId);
      return found === undefined ? undefined : labelled(found);
    },

    async create(response) {
      const { broadcastId, respondentId } = response;
      const place = { side: 'a', made: newMark() } as const;
      const { stored } = await items.create({ response, place });
      const mine = placed(stored);
      if (mine?.value.place.made !== place.made) {
        // What a crash left and does not count gives way; then, or when it is somewhere else by now, it is read again.
        const standing = await find(broadcastId, respondentId);
        if (standing !== undefined) return { created: false, stored: labelled(standing) };
        if (await isGone(broadcastId, respondentId)) await discard(items, stored);
        throw new VersionConflict('response');
      }
      const b = await read(broadcastId, respondentId, 'b');
      const standing = trueHalf(await read(broadcastId, respondentId, 'a'), b);
      if (standing === undefined) throw new VersionConflict('response');
      if (standing.value.place.made === place.made) return { created: true, stored: labelled(mine) };
      await discard(items, mine);
      return { created: false, stored: labelled(standing) };
    },

    async replace(response, label) {
      const { place, etag } = readLabel(label);
      return labelled(lyingIn(await items.replace({ response, place }, etag)));
    },

    async remove(broadcastId, respondentId, label) {
      const { place, etag } = readLabel(label);
      if (await items.remove(responseItemId(respondentId, place.side), broadcastId, etag)) return;
      if (!(await isGone(broadcastId, respondentId))) throw new VersionConflict('response');
    },

    async rewrite(response, label) {
      const { place, etag } = readLabel(label);
      const moved = await moveResponse(items, response, { value: { response, place }, etag });
      return labelled(randomInt(2) === 1 ? await moveResponse(items, response, moved) : moved);
    },
  };
}
