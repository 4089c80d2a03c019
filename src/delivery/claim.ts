import type { Delivery, Recipient, RunId } from './delivery.ts';

/** What may be done about a recipient, going by their delivery as it stands. */
export type ClaimDecision =
  /** Nothing stands yet: create this. */
  | { readonly kind: 'create'; readonly claim: Delivery }
  | { readonly kind: 'replace'; readonly claim: Delivery }
  | { readonly kind: 'final' }
  | { readonly kind: 'wait'; readonly untilMs: number };

export interface ClaimFacts {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly recipient: Recipient;
  readonly now: Date;
  readonly leaseMs: number;
  /** Deliveries that ended without the card before this instant are tried again. */
  readonly resentAt?: string;
  /** Whether a recipient who waits for another attempt need not wait: when there is none, because all is over. */
  readonly evenEarly?: boolean;
}

/**
 * Decides whether a sender may post to a recipient now. A claim whose lease is over is taken over and counted as
 * uncertain, since its sender may have posted before it died and Teams cannot be asked.
 */
export function decideClaim(facts: ClaimFacts, standing: Delivery | undefined): ClaimDecision {
  const { now, evenEarly = false } = facts;
  if (standing === undefined) return { kind: 'create', claim: claimOf(facts, 1, 0) };
  const uncertain = standing.uncertain ?? 0;
  switch (standing.state) {
    case 'planned': {
      const due = standing.notBefore === undefined ? 0 : Date.parse(standing.notBefore);
      if (due > now.getTime() && !evenEarly) return { kind: 'wait', untilMs: due };
      return { kind: 'replace', claim: claimOf(facts, standing.attempts + 1, uncertain) };
    }
    case 'claimed': {
      const leaseEnds = Date.parse(standing.at) + facts.leaseMs;
      if (leaseEnds > now.getTime()) return { kind: 'wait', untilMs: leaseEnds };
      return { kind: 'replace', claim: claimOf(facts, standing.attempts + 1, uncertain + (posts(facts.run) ? 1 : 0)) };
    }
    case 'unreachable':
    case 'failed':
      if (facts.resentAt === undefined || standing.at >= facts.resentAt) return { kind: 'final' };
      return { kind: 'replace', claim: claimOf(facts, 1, uncertain + (mayHaveArrived(standing) ? 1 : 0)) };
    case 'sent':
    case 'cancelled':
    case 'skipped':
      return { kind: 'final' };
  }
}

/** Other passes update cards, and doing that twice puts no second card into a chat. */
function posts(run: RunId): boolean {
  return run === 'send' || run === 'results' || run.startsWith('remind');
}

/** A server that failed may have posted before. Where no answer came, that was counted with the attempt. */
function mayHaveArrived({ reason }: Delivery): boolean {
  return reason === 'server-error';
}

function claimOf({ broadcastId, run, recipient, now }: ClaimFacts, attempts: number, uncertain: number): Delivery {
  const { personId, area, site, role, language } = recipient;
  return {
    broadcastId,
    run,
    personId,
    state: 'claimed',
    attempts,
    at: now.toISOString(),
    area,
    language,
    ...(site === undefined ? {} : { site }),
    ...(role === undefined ? {} : { role }),
    ...(uncertain === 0 ? {} : { uncertain }),
  };
}
