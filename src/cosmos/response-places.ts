import { randomBytes } from 'node:crypto';
import type { Response } from '../responses/response.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { LyingResponse, Place, Side } from './response-items.ts';

/** One of the two items of an anonymous response. */
export type Lying = Versioned<LyingResponse & { readonly place: Place }>;

/** Of the two items of a response the one that counts. */
export function trueOne(a: Lying | undefined, b: Lying | undefined): Lying | undefined {
  return a !== undefined && b !== undefined && isCopy(b.value, a.value) ? a : (b ?? a);
}

/** Whether an item was copied from the other one of its response, which then is the true one. */
export function isCopy({ place }: LyingResponse, from: LyingResponse): boolean {
  return place?.copyOf !== undefined && place.copyOf === from.place?.made;
}

/** A response with an entity tag that also tells where it lies, for whoever writes it next. */
export function labelled({ value: { response, place }, etag }: Versioned<LyingResponse>): Versioned<Response> {
  return { value: response, etag: place === undefined ? etag : `${place.side} ${place.made} ${etag}` };
}

/** Throws VersionConflict for an entity tag that no anonymous response ever had. */
export function readLabel(label: string): { readonly side: Side; readonly made: string; readonly current: string } {
  const [, side, made, current] = /^([ab]) (\S+) (.*)$/s.exec(label) ?? [];
  if ((side !== 'a' && side !== 'b') || made === undefined || current === undefined)
    throw new VersionConflict('response');
  return { side, made, current };
}

export function lying({ value: { response, place }, etag }: Versioned<LyingResponse>): Lying {
  if (place === undefined) throw new TypeError('An anonymous response has its place');
  return { value: { response, place }, etag };
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** See {@link Place}. */
export function newMark(): string {
  return randomBytes(12).toString('base64url');
}
