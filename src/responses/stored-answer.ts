import { isDeepStrictEqual } from 'node:util';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { Response } from './response.ts';
import type { ResponseStore } from './response-store.ts';

/** An answer that is to stand, whatever stood before. */
export type GivenResponse = Omit<Response, 'revision' | 'counted' | 'withdrawn'>;

/** A response that was withdrawn reads as none. */
export function standingAnswer(stored: Versioned<Response> | undefined): Response | undefined {
  return stored === undefined || stored.value.withdrawn === true ? undefined : stored.value;
}

/**
 * Makes an answer the one that stands: creates it, changes the one before, or takes the place of one that was withdrawn.
 * The same answer again changes nothing. `began` says that none stood before.
 */
export async function putAnswer(
  responses: ResponseStore,
  given: GivenResponse,
  read?: Versioned<Response>,
): Promise<{ readonly response: Response; readonly began: boolean }> {
  let current = read;
  for (;;) {
    try {
      if (current === undefined) {
        const { created, stored } = await responses.create({ ...given, revision: 1 });
        if (created) return { response: stored.value, began: true };
        current = stored;
      }
      const before = standingAnswer(current);
      if (before !== undefined && isDeepStrictEqual(before.answers, given.answers))
        return { response: before, began: false };
      const { value } = await responses.replace(nextOf(current.value, given), current.etag);
      return { response: value, began: before === undefined };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      current = await responses.get(given.broadcastId, given.respondentId);
    }
  }
}

/** Of what is not counted any more nothing needs to be known but the answer. */
function nextOf({ revision, counted }: Response, given: GivenResponse): Response {
  const next = { ...given, revision: revision + 1 };
  if (counted === undefined) return next;
  return { ...next, counted, profile: counted.closed === true ? {} : given.profile };
}

/**
 * Takes an answer back: what was not counted is removed; of what was, only that stays which the published figures need
 * to do without it. False when no answer stands.
 */
export async function takeBack(responses: ResponseStore, broadcastId: string, respondentId: string): Promise<boolean> {
  for (;;) {
    const stored = await responses.get(broadcastId, respondentId);
    if (stored === undefined || standingAnswer(stored) === undefined) return false;
    const { revision, counted } = stored.value;
    try {
      if (counted === undefined) {
        await responses.remove(broadcastId, respondentId, stored.etag);
      } else {
        const withdrawn: Response = {
          broadcastId,
          respondentId,
          answers: {},
          revision: revision + 1,
          profile: {},
          withdrawn: true,
          counted,
        };
        await responses.replace(withdrawn, stored.etag);
      }
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
