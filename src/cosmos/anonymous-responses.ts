import { randomInt } from 'node:crypto';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import { isUncounted } from '../responses/uncounted.ts';
import { VersionConflict } from '../storage/versioned.ts';
import { type LyingResponse, type ResponseItems, responseItemId, type Side } from './response-items.ts';
import { isCopy, type Lying, labelled, lying, newMark, otherSide, readLabel, trueOne } from './response-places.ts';

/**
 * Anonymous responses, each under one of two item ids. Cosmos DB keeps on every item when it was last written (`_ts`)
 * and numbers items in the order in which they were made (`_rid`); a response that is made anew under its other id, in
 * random order among all of its prompt, shows neither when it was given nor before or after which others. Which of the
 * two ids it lies under is left to chance each time, so that this does not tell how often it was made anew.
 *
 * Making anew copies, looks whether the old one still stands, and removes it. While both exist, the old one is the true
 * one: a copy names the mark of what it was copied from. Whoever changes or removes the old one meanwhile wins; the
 * copy is then removed. A copy that a crash left behind gives way to the next one. An answer is created under side `a`;
 * should it lie under `b` already, the new item gives way. All this holds as long as a response is made anew by one
 * caller at a time, whoever else changes, removes or creates it.
 */
export function anonymousResponses(
  items: ResponseItems,
): Pick<ResponseStore, 'get' | 'create' | 'replace' | 'remove' | 'rewrite'> {
  async function read(broadcastId: string, respondentId: string, side: Side): Promise<Lying | undefined> {
    const stored = await items.read(responseItemId(respondentId, side), broadcastId);
    return stored === undefined ? undefined : lying(stored);
  }

  /**
   * The item that counts. The two sides are not read at one instant: what an item was copied from may have been made after
   * it was looked for, so that is looked for again; a response that is just being made anew may be found on neither side.
   */
  async function find(broadcastId: string, respondentId: string): Promise<Lying | undefined> {
    const [a, b] = await Promise.all([read(broadcastId, respondentId, 'a'), read(broadcastId, respondentId, 'b')]);
    const item = trueOne(a, b);
    if (item?.value.place.copyOf === undefined) return item;
    const { side } = item.value.place;
    const other = await read(broadcastId, respondentId, otherSide(side));
    return side === 'a' ? trueOne(item, other) : trueOne(other, item);
  }

  /** Making anew moves a response twice at most, so whoever looks for it on one side after the other finds it in time. */
  async function isGone(broadcastId: string, respondentId: string): Promise<boolean> {
    for (const side of ['a', 'b', 'a', 'b'] as const) {
      if ((await read(broadcastId, respondentId, side)) !== undefined) return false;
    }
    return true;
  }

  async function remove({ value: { response, place }, etag }: Lying): Promise<boolean> {
    return items.remove(responseItemId(response.respondentId, place.side), response.broadcastId, etag);
  }

  /** Removes an item that is not the true one, unless somebody has put it to another use. */
  async function discard(item: Lying): Promise<void> {
    try {
      await remove(item);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }

  /** What stood on the other side when this was created; then this gives way, if it was not taken for a copy already. */
  async function standingBefore(mine: Lying): Promise<Lying | undefined> {
    const { broadcastId, respondentId } = mine.value.response;
    const other = await read(broadcastId, respondentId, 'b');
    if (other === undefined) {
      const now = await read(broadcastId, respondentId, 'a');
      return now !== undefined && now.value.place.made !== mine.value.place.made ? now : undefined;
    }
    if (isCopy(other.value, mine.value)) return undefined;
    await discard(mine);
    return other;
  }

  /** Makes a response anew on the other side. `certain` that the old one was removed by this, and not by `remove`. */
  async function move(response: Response, from: Lying): Promise<{ readonly copy: Lying; readonly certain: boolean }> {
    const { broadcastId, respondentId } = response;
    const { made: copyOf, side } = from.value.place;
    const place = { side: otherSide(side), made: newMark(), copyOf };
    const first = lying((await items.create({ response, place })).stored);
    const isMine = first.value.place.made === place.made;
    const [old, copy] = isMine ? [from, first] : await takeOver(from, first, { response, place });
    const standing = await read(broadcastId, respondentId, side);
    if (standing?.etag !== old.etag) return giveUp(copy);
    try {
      return { copy, certain: await remove(old) };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return giveUp(copy, error);
    }
  }

  /** Puts a copy in the place of one that a crash left, or that somebody else is just making, who is shut out first. */
  async function takeOver(from: Lying, standing: Lying, copy: LyingResponse): Promise<readonly [Lying, Lying]> {
    const { broadcastId, respondentId } = from.value.response;
    const current = await find(broadcastId, respondentId);
    if (current?.etag !== from.etag) throw new VersionConflict('response');
    const old = lying(await items.replace(current.value, from.etag));
    return [old, lying(await items.replace(copy, standing.etag))];
  }

  async function giveUp(copy: Lying, cause?: Error): Promise<never> {
    await discard(copy);
    throw new VersionConflict('response', { cause });
  }

  return {
    async get(broadcastId, respondentId) {
      const found = await find(broadcastId, respondentId);
      return found === undefined ? undefined : labelled(found);
    },

    async create(response) {
      const { broadcastId, respondentId } = response;
      const place = { side: 'a', made: newMark() } as const;
      const mine = lying((await items.create({ response, place })).stored);
      // A write whose answer was lost is sent again, and then finds itself.
      const isMine = mine.value.place.made === place.made;
      const before = isMine ? await standingBefore(mine) : await find(broadcastId, respondentId);
      if (before !== undefined) return { created: false, stored: labelled(before) };
      if (!isMine) throw new VersionConflict('response');
      return { created: true, stored: labelled(mine) };
    },

    async replace(response, etag) {
      const { side, made, current } = readLabel(etag);
      return labelled(lying(await items.replace({ response, place: { side, made } }, current)));
    },

    async remove(broadcastId, respondentId, etag) {
      const { side, made, current } = readLabel(etag);
      if (!(await items.remove(responseItemId(respondentId, side), broadcastId, current))) {
        if (await isGone(broadcastId, respondentId)) return;
        throw new VersionConflict('response');
      }
      const other = await read(broadcastId, respondentId, otherSide(side));
      if (other === undefined) return;
      if (other.value.place.copyOf !== made) throw new VersionConflict('response');
      await remove(other);
    },

    async rewrite(response, etag) {
      const { side, made, current } = readLabel(etag);
      const from = { value: { response, place: { side, made } }, etag: current };
      let { copy, certain } = await move(response, from);
      if (certain && randomInt(2) === 1) ({ copy, certain } = await move(response, copy));
      // `remove` looks for copies of what it removed; and of what is counted, nobody asks whether the old one still stands.
      if (!certain || !isUncounted(response)) return labelled(copy);
      const { copyOf: _copyOf, ...place } = copy.value.place;
      return labelled(lying(await items.replace({ response, place }, copy.etag)));
    },
  };
}
