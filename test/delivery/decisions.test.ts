import assert from 'node:assert/strict';
import type { LaterRun } from '../../src/broadcasts/broadcast.ts';
import { type ClaimFacts, decideClaim } from '../../src/delivery/claim.ts';
import type { Delivery, RunId } from '../../src/delivery/delivery.ts';
import { finished, outcomeOf, sumOutcomes } from '../../src/delivery/outcome.ts';
import { backOffMs, mostAttempts, recordResult, releaseClaim } from '../../src/delivery/record.ts';
import { requireReminder } from '../../src/delivery/reminder-rules.ts';
import { lostSlices } from '../../src/delivery/sweep.ts';
import { sampleDelivery } from '../contract/samples.ts';

const now = new Date('2026-11-24T10:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
const ahead = (ms: number) => ago(-ms);

describe('who may be sent to', () => {
  const recipient = { personId: 'p', area: 'wessex', language: 'en' } as const;
  const facts: ClaimFacts = { broadcastId: 'b', run: 'send', recipient, now, leaseMs: 30_000 };
  const standing = (changes: Partial<Delivery>) => sampleDelivery({ at: ago(60_000), attempts: 2, ...changes });
  const claimed = (changes: Partial<Delivery>, more: Partial<ClaimFacts> = {}) => {
    const decision = decideClaim({ ...facts, ...more }, standing(changes));
    assert.equal(decision.kind, 'replace');
    return 'claim' in decision ? [decision.claim.attempts, decision.claim.uncertain ?? 0] : undefined;
  };

  it('is somebody of whom nothing stands', () => {
    const decision = decideClaim(facts, undefined);
    const { area, language, personId } = recipient;
    const claim = {
      broadcastId: 'b',
      run: 'send',
      personId,
      state: 'claimed',
      attempts: 1,
      at: ago(0),
      area,
      language,
    };
    assert.deepEqual(decision, { kind: 'create', claim });
  });

  it('is somebody planned, once the time has come, or at once when all is over', () => {
    assert.deepEqual(claimed({ state: 'planned' }), [3, 0]);
    assert.deepEqual(claimed({ state: 'planned', notBefore: ago(0), uncertain: 1 }), [3, 1]);
    const early = { state: 'planned', notBefore: ahead(1) } as const;
    assert.deepEqual(decideClaim(facts, standing(early)), { kind: 'wait', untilMs: now.getTime() + 1 });
    assert.deepEqual(claimed(early, { evenEarly: true }), [3, 0]);
  });

  it('is somebody claimed when the lease is over, and then in doubt unless a card is only updated', () => {
    const inTime = decideClaim(facts, standing({ state: 'claimed', at: ago(29_999) }));
    assert.deepEqual(inTime, { kind: 'wait', untilMs: now.getTime() + 1 });
    const over = { state: 'claimed', at: ago(30_000) } as const;
    assert.deepEqual(claimed(over), [3, 1]);
    const runs: readonly RunId[] = ['remind-1', 'correct-1', 'recall'];
    assert.deepEqual(
      runs.map((run) => claimed(over, { run })?.[1]),
      [1, 0, 0],
    );
  });

  it('is somebody not reached before a resend, in doubt where the server failed, and nobody else who is final', () => {
    const resent = { resentAt: ago(1_000) };
    assert.deepEqual(claimed({ state: 'unreachable', reason: 'blocked' }, resent), [1, 0]);
    assert.deepEqual(claimed({ state: 'failed', reason: 'server-error' }, resent), [1, 1]);
    assert.deepEqual(claimed({ state: 'failed', reason: 'no-answer', uncertain: 4 }, resent), [1, 4]);
    for (const state of ['unreachable', 'failed'] as const) {
      assert.deepEqual(decideClaim(facts, standing({ state })), { kind: 'final' });
      assert.deepEqual(decideClaim({ ...facts, ...resent }, standing({ state, at: ago(1_000) })), { kind: 'final' });
    }
    for (const state of ['sent', 'cancelled', 'skipped'] as const) {
      assert.deepEqual(decideClaim({ ...facts, ...resent }, standing({ state })), { kind: 'final' });
    }
  });
});

describe('what is recorded of a post', () => {
  const claim = sampleDelivery({ attempts: 3, uncertain: 1 });
  const record = (result: Parameters<typeof recordResult>[1], from = claim) => recordResult(from, result, now, 0.5);

  it('waits as long as Teams says, or ever longer', () => {
    const told = record({ kind: 'retry', why: 'throttled', retryAfterMs: 7_000 });
    assert.deepEqual([told.state, told.notBefore, told.uncertain], ['planned', ahead(7_000), 1]);
    assert.equal(record({ kind: 'retry', why: 'throttled' }).notBefore, ahead(8_000));
    const waits = [1, 2, 3, 12, 1_000].map((attempts) => backOffMs(attempts, 0.5));
    assert.deepEqual(waits, [2_000, 4_000, 8_000, 300_000, 300_000]);
    assert.deepEqual([backOffMs(1, 0), backOffMs(1, 1)], [1_500, 2_500]);
  });

  it('is in doubt only where a second card could come of it', () => {
    assert.equal(record({ kind: 'retry', why: 'uncertain' }).uncertain, 2);
    assert.equal(record({ kind: 'retry', why: 'harmless' }).uncertain, 1);
  });

  it('is a failure after the last attempt, and not before', () => {
    const result = { kind: 'retry', why: 'uncertain' } as const;
    assert.equal(record(result, { ...claim, attempts: mostAttempts - 1 }).state, 'planned');
    const last = record(result, { ...claim, attempts: mostAttempts });
    assert.deepEqual([last.state, last.reason, last.uncertain], ['failed', 'no-answer', 2]);
  });

  it('is no attempt where everybody is refused, or nothing was posted', () => {
    const stopped = record({ kind: 'stop', reason: 'bot-disabled' });
    assert.deepEqual([stopped.state, stopped.attempts, stopped.notBefore], ['planned', 2, undefined]);
    assert.deepEqual(releaseClaim(claim, now), stopped);
  });
});

describe('counts', () => {
  it('are none while somebody is not final', () => {
    assert.equal(outcomeOf([{ state: 'sent' }, { state: 'planned' }]), undefined);
    assert.equal(outcomeOf([{ state: 'claimed' }]), undefined);
  });

  it('hold each once, reasons by kind, and in doubt only those sent to', () => {
    const one = outcomeOf([
      { state: 'sent', uncertain: 2 },
      { state: 'sent' },
      { state: 'failed', reason: 'no-answer', uncertain: 9 },
      { state: 'unreachable', reason: 'blocked' },
      { state: 'skipped', reason: 'answered' },
      { state: 'cancelled' },
    ]);
    assert.ok(one !== undefined);
    const sum = sumOutcomes([one, one]);
    assert.deepEqual(sum.reasons, { 'no-answer': 2, blocked: 2, answered: 2 });
    assert.deepEqual([sum.sent, sum.possiblyTwice, finished(sum)], [4, 2, 12]);
    assert.equal(finished(sumOutcomes([])), 0);
  });
});

describe('slices that are lost', () => {
  it('have no outcome and do not wait on purpose', () => {
    const none = outcomeOf([]);
    assert.ok(none !== undefined);
    const waits = new Map([
      [3, ahead(1)],
      [4, ago(1)],
    ]);
    const progress = { outcomes: new Map([[2, none]]), waits };
    assert.deepEqual(lostSlices(5, progress, now.getTime()), [1, 4, 5]);
    assert.deepEqual(lostSlices(0, progress, now.getTime()), []);
  });
});

describe('a reminder', () => {
  const deadline = { date: '2026-12-11', time: '17:00', zone: 'Europe/London' } as const;
  const run = (id: LaterRun['id']): LaterRun => ({ id, requestedBy: 'p', requestedAt: ago(0) });
  const refusal = (runs: readonly LaterRun[], at: string, startAt: string) => {
    try {
      requireReminder(deadline, runs, new Date(at), new Date(startAt));
      return undefined;
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };

  for (const [what, code, runs, at, startAt = at] of [
    ['is allowed', undefined, [run('remind-1'), run('correct-2')], '2026-12-10T16:59:59Z'],
    ['is not the third', 'RemindersUsed', [run('remind-1'), run('remind-2')], '2026-12-09T10:00:00Z'],
    ['is not on the evening before', 'ReminderTooLate', [], '2026-12-10T17:00:00Z'],
    ['does not go out then either', 'ReminderTooLate', [], '2026-12-08T10:00:00Z', '2026-12-10T23:59:00Z'],
    ['is allowed on the last day', undefined, [], '2026-12-11T09:00:00Z'],
    ['does not go out at the deadline', 'ReminderTooLate', [], '2026-12-11T09:00:00Z', '2026-12-11T17:00:00Z'],
    ['does not come after it', 'PromptClosed', [], '2026-12-11T17:00:00Z'],
  ] as const) {
    it(what, () => assert.equal(refusal(runs, at, startAt), code));
  }
});
