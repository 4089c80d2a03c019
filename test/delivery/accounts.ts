import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { Delivery, Outcome, RunId } from '../../src/delivery/delivery.ts';
import { finished, sumOutcomes } from '../../src/delivery/outcome.ts';
import type { ProductUnderTest } from '../product/product-under-test.ts';

/** What became of a broadcast, by the stores and by what people got. */
export interface Account {
  readonly broadcast: Broadcast;
  readonly outcome: Outcome;
  readonly deliveries: readonly Delivery[];
  /** How many cards each person got more than the one they should. */
  readonly twice: number;
  /** Posts that were made again although the one before may have arrived. */
  readonly uncertain: number;
}

/**
 * Reads the account of a pass once it is over, and holds it against what Teams delivered: everybody in exactly one
 * final state, the counts equal to what is counted one by one, and nobody with more cards than their account admits.
 */
export async function readAccount(run: ProductUnderTest, broadcastId: string): Promise<Account> {
  const { deliveries } = run.product.stores;
  const broadcast = (await run.product.stores.broadcasts.get(broadcastId))?.value;
  assert.ok(broadcast?.plan?.complete, 'the plan is complete');
  const slices = await deliveries.slices(broadcastId);
  const audience = slices.flatMap(({ recipients }) => recipients.map(({ personId }) => personId));
  assert.equal(new Set(audience).size, audience.length, 'nobody is in two slices');
  assert.equal(broadcast.plan.recipients, audience.length);
  const found = await Promise.all(audience.map((personId) => deliveryOf(run, broadcastId, 'send', personId)));
  const outcome = sumOutcomes((await deliveries.progress(broadcastId, 'send')).outcomes.values());
  assert.equal(finished(outcome), audience.length, 'the counts add up to the audience');
  assert.deepEqual(outcome, countAgain(found));
  const extra = found.map((delivery) => {
    const got = cardsOf(run, delivery.personId, broadcast.content.title.en);
    const most = (delivery.state === 'sent' ? 1 : 0) + (delivery.uncertain ?? 0);
    const least = delivery.state === 'sent' ? 1 : 0;
    assert.ok(got >= least && got <= most, `${got} cards for ${JSON.stringify(delivery)}`);
    return Math.max(0, got - 1);
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const uncertain = sum(found.map((delivery) => delivery.uncertain ?? 0));
  return { broadcast, outcome, deliveries: found, twice: sum(extra), uncertain };
}

/** Resolves when a broadcast is sent and every pass over it has ended, by what is stored. */
export async function untilSent(run: ProductUnderTest, broadcastId: string, timeoutMs = 30_000): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const broadcast = (await run.product.stores.broadcasts.get(broadcastId))?.value;
    const over = broadcast?.laterRuns?.every(({ finishedAt }) => finishedAt !== undefined) ?? true;
    if (broadcast?.state === 'sent' && over) return;
    assert.ok(performance.now() < until, `still ${JSON.stringify(broadcast)}`);
    await wait(50);
  }
}

/** How often a person was sent a card with this title. */
export function cardsOf(run: ProductUnderTest, personId: string, title: string): number {
  const { messages } = run.teams.user(personId);
  return messages.filter(({ versions }) => versions[0]?.card?.fallbackText === title).length;
}

export async function deliveryOf(
  run: ProductUnderTest,
  broadcastId: string,
  pass: RunId,
  personId: string,
): Promise<Delivery> {
  const stored = await run.product.stores.deliveries.get(broadcastId, pass, personId);
  assert.ok(stored !== undefined, `${personId} is missing from the account`);
  return stored.value;
}

function countAgain(deliveries: readonly Delivery[]): Outcome {
  const inState = (state: Delivery['state']) => deliveries.filter((delivery) => delivery.state === state).length;
  const reasons = Object.groupBy(deliveries, ({ reason }) => reason ?? 'none');
  return {
    sent: inState('sent'),
    unreachable: inState('unreachable'),
    failed: inState('failed'),
    cancelled: inState('cancelled'),
    skipped: inState('skipped'),
    possiblyTwice: deliveries.filter(({ state, uncertain = 0 }) => state === 'sent' && uncertain > 0).length,
    reasons: Object.fromEntries(
      Object.entries(reasons).flatMap(([reason, those]) => (reason === 'none' ? [] : [[reason, those?.length]])),
    ),
  };
}
