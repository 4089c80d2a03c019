import type { Response } from '../responses/response.ts';
import { VersionConflict } from '../storage/versioned.ts';
import { type Lying, type Moved, type ResponseItems, responseItemId } from './response-items.ts';
import { type Half, newMark, otherSide, type Placed, placed, sideOf } from './response-places.ts';

/**
 * Makes an anonymous response anew on its other side: makes a hidden copy, replaces the old item by a note that it has
 * moved to the copy, shows the copy, and removes the note. It moves with the second of these, or not at all; so whoever
 * changes or removes the old item, or moves it too, before that has won, and the copy was never seen. What a crash leaves
 * gives way to whoever moves it next. Throws VersionConflict.
 */
export async function moveResponse(items: ResponseItems, response: Response, from: Placed): Promise<Placed> {
  const copy = await makeCopy(items, response, from);
  const { made } = copy.of.value.place;
  const { broadcastId, respondentId } = response;
  const { side } = from.value.place;
  const note = await leave(items, { broadcastId, respondentId, side, movedTo: made }, copy);
  const { hidden: _hidden, ...place } = copy.of.value.place;
  const shown = await changed(items, { response, place }, copy.of.etag);
  await discard(items, note);
  if (shown === undefined) throw new VersionConflict('response');
  return shown;
}

/** A hidden copy, and the entity tag that the old item then has. */
interface Copy {
  readonly of: Placed;
  readonly oldEtag: string;
}

async function makeCopy(items: ResponseItems, response: Response, from: Placed): Promise<Copy> {
  const place = { side: otherSide(from.value.place.side), made: newMark(), hidden: true } as const;
  const first = await make(items, { response, place });
  if ('mine' in first) return { of: first.mine, oldEtag: from.etag };
  // Where both are seen, that on side b is the true one.
  if (place.side === 'b' && isShown(first.other)) throw new VersionConflict('response');
  // Whoever is making the copy that stands there is shut out, and the old one counts, before anything is removed.
  const { hidden: _hidden, ...own } = from.value.place;
  const { value, etag } = await items.replace({ response: await standing(items, from), place: own }, from.etag);
  await discard(items, first.other);
  const second = await make(items, { response, place });
  if (!('mine' in second) || 'movedTo' in value) throw new VersionConflict('response');
  return { of: second.mine, oldEtag: etag };
}

function isShown(half: Half): boolean {
  const found = placed(half);
  return found !== undefined && found.value.place.hidden === undefined;
}

async function make(
  items: ResponseItems,
  copy: Lying & { readonly place: { readonly made: string } },
): Promise<{ readonly mine: Placed } | { readonly other: Half }> {
  const { stored } = await items.create(copy as Lying);
  const mine = placed(stored);
  // A write whose answer was lost is sent again, and then finds itself.
  return mine?.value.place.made === copy.place.made ? { mine } : { other: stored };
}

async function standing(items: ResponseItems, { value: { response, place }, etag }: Placed): Promise<Response> {
  const { broadcastId, respondentId } = response;
  const now = placed(await items.read(responseItemId(respondentId, place.side), broadcastId));
  if (now?.etag !== etag) throw new VersionConflict('response');
  return now.value.response;
}

/** Notes on the old item that it has moved; where somebody else wrote it since, the copy goes again. */
async function leave(items: ResponseItems, note: Moved, { of, oldEtag }: Copy): Promise<Half> {
  try {
    return await items.replace(note, oldEtag);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    const now = await items.read(responseItemId(note.respondentId, note.side), note.broadcastId);
    // The note itself, where its answer was lost.
    if (now !== undefined && 'movedTo' in now.value && now.value.movedTo === note.movedTo) return now;
    await discard(items, of);
    throw error;
  }
}

/** Undefined where somebody else has changed it already, and so shown it. */
async function changed(items: ResponseItems, lying: Lying, etag: string): Promise<Placed | undefined> {
  try {
    return placed(await items.replace(lying, etag));
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    return undefined;
  }
}

/** Removes an item that does not count, unless somebody has put it to another use. */
export async function discard(items: ResponseItems, { value, etag }: Half): Promise<void> {
  const { broadcastId, respondentId } = 'movedTo' in value ? value : value.response;
  try {
    await items.remove(responseItemId(respondentId, sideOf({ value, etag })), broadcastId, etag);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
}
