import type { SenderClaim } from '../pace-store.ts';

/** Another sender as this one sees it. */
export interface Neighbour {
  readonly beat: number;
  readonly perSecond: number;
  /** For how long its beat has stayed the same while this one looked, in milliseconds of this one's own clock. */
  readonly silentMs: number;
}

export type Neighbours = ReadonlyMap<string, Neighbour>;

/**
 * The neighbours after another look at the claims, `elapsedMs` after the one before. Clocks of two machines are never
 * compared: only whether a beat has changed counts.
 */
export function observe(
  known: Neighbours,
  claims: readonly SenderClaim[],
  ownId: string,
  elapsedMs: number,
): Neighbours {
  const seen = new Map<string, Neighbour>();
  for (const { senderId, beat, perSecond } of claims) {
    if (senderId === ownId) continue;
    const before = known.get(senderId);
    const silentMs = before?.beat === beat ? before.silentMs + elapsedMs : 0;
    seen.set(senderId, { beat, perSecond, silentMs });
  }
  return seen;
}

/** The neighbours that have not been silent for so long. */
export function alive(neighbours: Neighbours, silentMs: number): Neighbours {
  return new Map([...neighbours].filter(([, neighbour]) => neighbour.silentMs < silentMs));
}

/**
 * This sender's fair share of the limit, in calls a second. Shares are whole numbers whose sum is the limit: then the
 * calls of all senders within a second never exceed it, however the senders fall in time. Only where there are more
 * senders than calls a second are the shares equal fractions.
 */
export function fairShare(limit: number, ownId: string, others: Iterable<string>): number {
  const ids = [...new Set([ownId, ...others])].toSorted();
  if (ids.length === 1 || limit < ids.length) return limit / ids.length;
  const left = Math.floor(limit) % ids.length;
  return Math.floor(limit / ids.length) + (ids.indexOf(ownId) < left ? 1 : 0);
}

/**
 * What this sender may take now, in calls a second. It lowers itself at once, and raises itself only to what it has
 * claimed and the others' claims leave free: of two that raise themselves at the same time, at least the one that looks
 * last sees the other's claim.
 */
export function nextShare(
  present: number,
  wanted: { readonly fair: number; readonly claimed: number },
  limit: number,
  others: Neighbours,
): number {
  if (wanted.fair <= present) return wanted.fair;
  const taken = [...others.values()].reduce((sum, { perSecond }) => sum + perSecond, 0);
  return Math.max(present, Math.min(wanted.fair, wanted.claimed, limit - taken));
}
