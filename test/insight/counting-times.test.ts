import assert from 'node:assert/strict';
import { countingStep, daily, nextCounting } from '../../src/insight/counting-times.ts';
import { emptySnapshot } from '../../src/insight/snapshot.ts';
import { samplePrompt, scale } from './counting-world.ts';

describe('When answers are counted', () => {
  const next = (at: string, everyMinutes: number) => nextCounting(new Date(at), everyMinutes).toISOString();

  it('is 8am in London once a day, in winter and in summer, and on the days on which the clocks change', () => {
    assert.equal(next('2026-12-01T07:59:59Z', daily), '2026-12-01T08:00:00.000Z');
    assert.equal(next('2026-12-01T08:00:00Z', daily), '2026-12-02T08:00:00.000Z');
    assert.equal(next('2027-06-01T06:59:59Z', daily), '2027-06-01T07:00:00.000Z');
    assert.equal(next('2027-03-27T09:00:00Z', daily), '2027-03-28T07:00:00.000Z');
    assert.equal(next('2027-10-30T09:00:00Z', daily), '2027-10-31T08:00:00.000Z');
  });

  it('is the same for everybody where it is more often', () => {
    assert.equal(next('2026-12-01T07:59:59Z', 1), '2026-12-01T08:00:00.000Z');
    assert.equal(next('2026-12-01T08:00:00Z', 15), '2026-12-01T08:15:00.000Z');
    assert.equal(next('2026-12-01T08:14:59.999Z', 15), '2026-12-01T08:15:00.000Z');
  });

  it('is announced first, then waited for, then come; in a named prompt it is always', () => {
    const prompt = samplePrompt('confidential', [scale]);
    const empty = emptySnapshot(prompt.id);
    const step = (nextAt: string | undefined, now: string, privacy: 'confidential' | 'named' = 'confidential') =>
      countingStep(samplePrompt(privacy, [scale]), nextAt === undefined ? empty : { ...empty, nextAt }, new Date(now));
    assert.equal(countingStep(prompt, undefined, new Date('2026-12-01T09:00:00Z')), 'announce');
    assert.equal(step(undefined, '2026-12-01T09:00:00Z'), 'announce');
    assert.equal(step('2026-12-02T08:00:00Z', '2026-12-02T07:59:59Z'), 'wait');
    assert.equal(step('2026-12-02T08:00:00Z', '2026-12-02T08:00:00Z'), 'count');
    assert.equal(step(undefined, '2026-12-01T09:00:00Z', 'named'), 'count');
  });

  it('is once more when the prompt has closed, after the last answers have arrived, and again if it was extended', () => {
    const prompt = samplePrompt('confidential', [scale]);
    const step = (finalFor: string | undefined, now: string, of = prompt) =>
      countingStep(of, { ...emptySnapshot(prompt.id), ...(finalFor === undefined ? {} : { finalFor }) }, new Date(now));
    const closing = '2026-12-10T17:00:00.000Z';
    assert.equal(step(undefined, '2026-12-10T17:00:29Z'), 'wait');
    assert.equal(step(undefined, '2026-12-10T17:00:30Z'), 'close');
    assert.equal(step(closing, '2026-12-10T17:00:30Z'), 'done');
    const { deadline } = prompt.content;
    const extended = { ...prompt, content: { ...prompt.content, deadline: { ...deadline, date: '2026-12-14' } } };
    assert.equal(step(closing, '2026-12-11T09:00:00Z', extended), 'announce');
    assert.equal(step(closing, '2026-12-14T18:00:00Z', extended), 'close');
    const early = { ...prompt, closedEarlyAt: '2026-12-05T12:00:00.000Z' };
    assert.equal(step(undefined, '2026-12-05T12:01:00Z', early), 'close');
    assert.equal(step('2026-12-05T12:00:00.000Z', '2026-12-05T12:01:00Z', early), 'done');
  });
});
