import type { SendResult } from './card-sender.ts';
import type { Delivery } from './delivery.ts';

/** After so many attempts a recipient who could be tried again counts as failed. */
export const mostAttempts = 12;

const firstWaitMs = 2_000;
const longestWaitMs = 300_000;

/**
 * The delivery after a post was answered. A refusal of the whole broadcast leaves the recipient planned, for when it is
 * resumed. `chance` is from 0 to 1 and spreads retries.
 */
export function recordResult(claim: Delivery, result: SendResult, now: Date, chance: number): Delivery {
  const at = now.toISOString();
  switch (result.kind) {
    case 'sent':
      return { ...claim, at, state: 'sent', message: result.message };
    case 'unreachable':
      return { ...claim, at, state: 'unreachable', reason: result.reason };
    case 'failed':
      return { ...claim, at, state: 'failed', reason: result.reason };
    case 'stop':
      return releaseClaim(claim, now);
    case 'retry': {
      const uncertain = (claim.uncertain ?? 0) + (result.why === 'uncertain' ? 1 : 0);
      const counted = { ...claim, at, ...(uncertain === 0 ? {} : { uncertain }) };
      if (claim.attempts >= mostAttempts) return { ...counted, state: 'failed', reason: 'no-answer' };
      const waitMs = result.retryAfterMs ?? backOffMs(claim.attempts, chance);
      return { ...counted, state: 'planned', notBefore: new Date(now.getTime() + waitMs).toISOString() };
    }
  }
}

/** The delivery after a claim under which nothing was posted. */
export function releaseClaim(claim: Delivery, now: Date): Delivery {
  return { ...claim, at: now.toISOString(), state: 'planned', attempts: claim.attempts - 1 };
}

/** 2 s, 4 s, 8 s … at most 5 minutes, each spread by half its length. */
export function backOffMs(attempts: number, chance: number): number {
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return Math.round(wait * (0.75 + chance / 2));
}
