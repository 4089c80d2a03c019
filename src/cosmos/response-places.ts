import { randomBytes } from 'node:crypto';
import type { Response } from '../responses/response.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { Lying, Moved, Place, Side } from './response-items.ts';

/** One of the two items of an anonymous response. */
export type Half = Versioned<Lying | Moved>;
export type Placed = Versioned<Lying & { readonly place: Place }>;

/** Of the two items of an anonymous response the one that counts. */
export function trueHalf(a: Half | undefined, b: Half | undefined): Placed | undefined {
  const [one, other] = [placed(a), placed(b)];
  // Both only where somebody creates on side a what lies on side b already.
  if (other !== undefined && other.value.place.hidden === undefined) return other;
  if (one !== undefined && one.value.place.hidden === undefined) return one;
  if (isMovedTo(a, other)) return other;
  return isMovedTo(b, one) ? one : undefined;
}

function isMovedTo(from: Half | undefined, to: Placed | undefined): boolean {
  return from !== undefined && 'movedTo' in from.value && from.value.movedTo === to?.value.place.made;
}

/** Which side an anonymous item lies on. */
export function sideOf({ value }: Half): Side | undefined {
  return 'movedTo' in value ? value.side : value.place?.side;
}

/** The response that an item is. Throws TypeError for a note that one has moved. */
export function lyingIn({ value, etag }: Half): Versioned<Lying> {
  if ('movedTo' in value) throw new TypeError('Where a response was, a note says that it has moved');
  return { value, etag };
}

/** The item if it is a response of nobody known. */
export function placed(half: Half | undefined): Placed | undefined {
  if (half === undefined || 'movedTo' in half.value) return undefined;
  const { response, place } = half.value;
  return place === undefined ? undefined : { value: { response, place }, etag: half.etag };
}

/** A response with an entity tag that also tells where it lies, for whoever writes it next. */
export function labelled({ value: { response, place }, etag }: Versioned<Lying>): Versioned<Response> {
  return { value: response, etag: place === undefined ? etag : `${place.side} ${place.made} ${etag}` };
}

/** Throws VersionConflict for an entity tag that no anonymous response ever had. */
export function readLabel(label: string): { readonly place: Place; readonly etag: string } {
  const [, side, made, etag] = /^([ab]) (\S+) (.*)$/s.exec(label) ?? [];
  if ((side !== 'a' && side !== 'b') || made === undefined || etag === undefined) throw new VersionConflict('response');
  return { place: { side, made }, etag };
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** See {@link Place}. */
export function newMark(): string {
  return randomBytes(12).toString('base64url');
}
