import type { Delivery, FinalState, Outcome, Reason } from './delivery.ts';

const nothing: Outcome = {
  sent: 0,
  unreachable: 0,
  failed: 0,
  cancelled: 0,
  skipped: 0,
  possiblyTwice: 0,
  reasons: {},
};

/** Counts the final states of deliveries; undefined while one of them is not final. */
export function outcomeOf(
  deliveries: readonly Pick<Delivery, 'state' | 'reason' | 'uncertain'>[],
): Outcome | undefined {
  const counts: Record<FinalState, number> = { sent: 0, unreachable: 0, failed: 0, cancelled: 0, skipped: 0 };
  let possiblyTwice = 0;
  const reasons: Partial<Record<Reason, number>> = {};
  for (const { state, reason, uncertain = 0 } of deliveries) {
    if (state === 'planned' || state === 'claimed') return undefined;
    counts[state] += 1;
    if (state === 'sent' && uncertain > 0) possiblyTwice += 1;
    if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { ...counts, possiblyTwice, reasons };
}

/** Adds up the outcomes of slices. */
export function sumOutcomes(outcomes: Iterable<Outcome>): Outcome {
  let sum = nothing;
  for (const outcome of outcomes) {
    const reasons = { ...sum.reasons };
    for (const [reason, count] of Object.entries(outcome.reasons) as [Reason, number][]) {
      reasons[reason] = (reasons[reason] ?? 0) + count;
    }
    sum = {
      sent: sum.sent + outcome.sent,
      unreachable: sum.unreachable + outcome.unreachable,
      failed: sum.failed + outcome.failed,
      cancelled: sum.cancelled + outcome.cancelled,
      skipped: sum.skipped + outcome.skipped,
      possiblyTwice: sum.possiblyTwice + outcome.possiblyTwice,
      reasons,
    };
  }
  return sum;
}

/** How many recipients are in a final state. */
export function finished(outcome: Outcome): number {
  return outcome.sent + outcome.unreachable + outcome.failed + outcome.cancelled + outcome.skipped;
}
