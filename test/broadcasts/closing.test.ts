import assert from 'node:assert/strict';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { Prompt } from '../../src/broadcasts/broadcast-state.ts';
import { closesAt, hasClosed, isClosedPrompt } from '../../src/broadcasts/closing.ts';
import { extended } from '../../src/broadcasts/extend-deadline.ts';

function promptUntil(date: string, time = '17:00', closedEarlyAt?: string): Prompt {
  return {
    id: '01JD3E9R6Y0000000000000000',
    author: 'a',
    audience: { areas: ['wessex'] },
    state: 'sent',
    createdAt: '2026-01-05T09:00:00.000Z',
    content: {
      kind: 'prompt',
      title: { en: 'Title' },
      body: { en: 'Body' },
      privacy: 'named',
      questions: [],
      deadline: { date, time, zone: 'Europe/London' },
    },
    ...(closedEarlyAt === undefined ? {} : { closedEarlyAt }),
  };
}

/** Deadlines by the clock in London, in winter and in summer time, with their instants. */
const deadlines = [
  ['2023-03-10', '2023-03-10T17:00:00.000Z'],
  ['2023-03-31', '2023-03-31T16:00:00.000Z'],
  ['2026-10-23', '2026-10-23T16:00:00.000Z'],
  ['2026-10-26', '2026-10-26T17:00:00.000Z'],
] as const;

const justBefore = (instant: string) => new Date(Date.parse(instant) - 1);

describe('a prompt', () => {
  for (const [date, instant] of deadlines) {
    it(`closes at 5pm in London on ${date}, at its very millisecond`, () => {
      const prompt = promptUntil(date);
      assert.equal(closesAt(prompt).toISOString(), instant);
      assert.equal(hasClosed(prompt, justBefore(instant)), false);
      assert.equal(hasClosed(prompt, new Date(instant)), true);
      assert.equal(isClosedPrompt(prompt, new Date(instant)), true);
    });

    it(`that was closed early closes then, and not after its deadline of ${date}`, () => {
      const early = new Date(Date.parse(instant) - 90_000).toISOString();
      const prompt = promptUntil(date, '17:00', early);
      assert.equal(closesAt(prompt).toISOString(), early);
      assert.equal(hasClosed(prompt, justBefore(early)), false);
      assert.equal(hasClosed(prompt, new Date(early)), true);
      const tooLate = promptUntil(date, '17:00', new Date(Date.parse(instant) + 4_000).toISOString());
      assert.equal(closesAt(tooLate).toISOString(), instant);
      assert.equal(hasClosed(tooLate, new Date(instant)), true);
    });

    it(`can be extended until just before it closes on ${date}, and after it has`, () => {
      const prompt = promptUntil(date);
      for (const now of [justBefore(instant), new Date(instant), new Date(Date.parse(instant) + 60_000)]) {
        const longer = extended(prompt, { date, time: '17:30' }, now);
        assert.equal(closesAt(longer).getTime(), Date.parse(instant) + 30 * 60_000);
        assert.equal(hasClosed(longer, now), false);
      }
    });
  }

  it('never closes when it is no prompt', () => {
    const update: Broadcast = {
      ...promptUntil('2023-03-10'),
      content: { kind: 'update', title: { en: '' }, body: { en: '' } },
    };
    assert.equal(isClosedPrompt(update, new Date('2030-01-01T00:00:00Z')), false);
  });

  it('that was closed early opens again when it is extended, also to the deadline that it had', () => {
    const prompt = promptUntil('2026-03-27', '17:00', '2026-03-20T10:00:05.000Z');
    const again = extended(prompt, { date: '2026-03-27', time: '17:00' }, new Date('2026-03-20T11:00:00Z'));
    assert.equal(again.closedEarlyAt, undefined);
    assert.equal(closesAt(again).toISOString(), '2026-03-27T17:00:00.000Z');
  });

  it('that is anonymous is extended to the last millisecond, and stays closed after that', () => {
    const named = promptUntil('2026-03-27');
    const prompt: Prompt = { ...named, content: { ...named.content, privacy: 'anonymous' } };
    const later = { date: '2026-04-03', time: '17:00' };
    const closes = closesAt(prompt);
    assert.equal(extended(prompt, later, new Date(closes.getTime() - 1)).content.deadline.date, later.date);
    assert.throws(() => extended(prompt, later, closes), { code: 'AnonymousStaysClosed' });
    const early: Prompt = { ...prompt, closedEarlyAt: '2026-03-20T10:00:05.000Z' };
    assert.throws(() => extended(early, later, new Date('2026-03-20T10:00:05Z')), { code: 'AnonymousStaysClosed' });
  });

  for (const [why, until] of [
    ['past', { date: '2026-03-25', time: '09:59' }],
    ['now', { date: '2026-03-25', time: '10:00' }],
    ['sooner than before', { date: '2026-03-27', time: '16:59' }],
    ['the same as before', { date: '2026-03-27', time: '17:00' }],
    ['no date', { date: '2026-02-30', time: '17:00' }],
    ['no time', { date: '2026-04-01', time: '5pm' }],
    ['nothing', { date: '', time: '' }],
  ] as const) {
    it(`is not extended to a time that is ${why}`, () => {
      const now = new Date('2026-03-25T10:00:00Z');
      assert.throws(() => extended(promptUntil('2026-03-27'), until, now), { code: 'DeadlineWrong' });
    });
  }
});
