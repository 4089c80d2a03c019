import assert from 'node:assert/strict';
import type { Broadcast, PromptContent } from '../../src/broadcasts/broadcast.ts';
import { heldUntil, monthsLater } from '../../src/rights/keeping-time.ts';
import { londonZone } from '../../src/time/deadline.ts';
import { sampleBroadcast } from '../contract/samples.ts';

const content: PromptContent = {
  kind: 'prompt',
  title: { en: 'Files' },
  body: { en: 'Say.' },
  privacy: 'named',
  questions: [],
  deadline: { date: '2026-03-10', time: '17:00', zone: londonZone },
};
const confirmed = { at: '2026-02-20T10:00:00.000Z', audienceSize: 3 };
const until = (changes: Partial<Broadcast>, months = 12) =>
  heldUntil(sampleBroadcast({ createdAt: '2026-02-10T09:00:00.000Z', ...changes }), months).toISOString();

describe('until when people’s data is kept', () => {
  it('is so many months after a prompt closed, at the same time of day in London', () => {
    assert.equal(until({ content, confirmed }), '2027-03-10T17:00:00.000Z');
    assert.equal(until({ content, confirmed }, 1), '2026-04-10T16:00:00.000Z');
  });

  it('is so many months after a prompt was closed early', () => {
    assert.equal(until({ content, confirmed, closedEarlyAt: '2026-03-01T12:00:00.000Z' }), '2027-03-01T12:00:00.000Z');
  });

  it('is not put off by reminders, corrections or results that went out after a prompt had closed', () => {
    const laterRuns = [{ id: 'results', requestedBy: 'x', requestedAt: '2026-05-01T09:00:00.000Z' }] as const;
    assert.equal(
      until({ content, confirmed, sentAt: '2026-05-01T09:00:00.000Z', laterRuns }),
      '2027-03-10T17:00:00.000Z',
    );
  });

  it('is so many months after an update last went out', () => {
    assert.equal(until({ confirmed }), '2027-02-20T10:00:00.000Z');
    assert.equal(until({ confirmed, sentAt: '2026-02-21T10:00:00.000Z' }), '2027-02-21T10:00:00.000Z');
    const corrected = { id: 'correct-1', requestedBy: 'x', requestedAt: '2026-03-01T09:00:00.000Z' } as const;
    assert.equal(until({ confirmed, laterRuns: [corrected] }), '2027-03-01T09:00:00.000Z');
    const finishedAt = '2026-03-01T09:05:00.000Z';
    assert.equal(until({ confirmed, laterRuns: [{ ...corrected, finishedAt }] }), '2027-03-01T09:05:00.000Z');
  });

  it('is so many months after a draft was written that was never sent, whatever its deadline', () => {
    assert.equal(until({ content }), '2027-02-10T09:00:00.000Z');
    assert.equal(until({ state: 'cancelled' }), '2027-02-10T09:00:00.000Z');
  });

  it('ends on the last day of a shorter month', () => {
    assert.equal(monthsLater(new Date('2026-01-31T12:00:00Z'), 1).toISOString(), '2026-02-28T12:00:00.000Z');
    assert.equal(monthsLater(new Date('2028-02-29T12:00:00Z'), -12).toISOString(), '2027-02-28T12:00:00.000Z');
  });
});
