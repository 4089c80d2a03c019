import assert from 'node:assert/strict';
import { classifyRefusal, retryAfterMs } from '../../src/teams/send-failure.ts';

describe('what a refusal of the connector means', () => {
  for (const [status, code, meaning] of [
    [429, 'Throttled', { kind: 'retry', why: 'throttled' }],
    [412, 'PreconditionFailed', { kind: 'retry', why: 'throttled' }],
    [502, undefined, { kind: 'retry', why: 'uncertain' }],
    [503, undefined, { kind: 'retry', why: 'uncertain' }],
    [504, undefined, { kind: 'retry', why: 'uncertain' }],
    [500, 'ServiceError', { kind: 'failed', reason: 'server-error' }],
    [404, 'ConversationNotFound', { kind: 'unreachable', reason: 'chat-gone' }],
    [403, 'ConversationBlockedByUser', { kind: 'unreachable', reason: 'blocked' }],
    [403, 'MessageWritesBlocked', { kind: 'unreachable', reason: 'blocked' }],
    [403, '209', { kind: 'unreachable', reason: 'blocked' }],
    [403, 'BotNotInConversationRoster', { kind: 'unreachable', reason: 'uninstalled' }],
    [403, 'ForbiddenOperationException', { kind: 'unreachable', reason: 'not-installed' }],
    [403, undefined, { kind: 'failed', reason: 'refused' }],
    [403, 'constructor', { kind: 'failed', reason: 'refused' }],
    [403, 'BotDisabledByAdmin', { kind: 'stop', reason: 'bot-disabled' }],
    [401, 'Unauthorized', { kind: 'stop', reason: 'not-signed-in' }],
    [400, 'BadArgument', { kind: 'stop', reason: 'card-refused' }],
    [413, 'MessageSizeTooBig', { kind: 'stop', reason: 'card-refused' }],
    [302, undefined, { kind: 'failed', reason: 'server-error' }],
  ] as const) {
    it(`is ${JSON.stringify(meaning)} for ${status} ${code ?? 'without a code'}`, () => {
      assert.deepEqual(classifyRefusal({ status, ...(code === undefined ? {} : { code }) }), meaning);
    });
  }

  it('keeps for how long to wait, where another try is worth it', () => {
    assert.deepEqual(classifyRefusal({ status: 429, retryAfterMs: 5_000 }), {
      kind: 'retry',
      why: 'throttled',
      retryAfterMs: 5_000,
    });
    assert.deepEqual(classifyRefusal({ status: 503, retryAfterMs: 0 }), {
      kind: 'retry',
      why: 'uncertain',
      retryAfterMs: 0,
    });
    assert.deepEqual(classifyRefusal({ status: 500, retryAfterMs: 5_000 }), { kind: 'failed', reason: 'server-error' });
  });
});

describe('a Retry-After header', () => {
  const now = new Date('2026-11-23T09:00:00Z');

  for (const [header, ms] of [
    [undefined, undefined],
    ['', undefined],
    ['  ', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['Infinity', undefined],
    ['0', 0],
    ['2', 2_000],
    ['0.5', 500],
    ['Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', undefined],
  ] as const) {
    it(`of ${JSON.stringify(header)} means ${ms === undefined ? 'nothing' : `${ms} ms`}`, () => {
      assert.equal(retryAfterMs(header, now), ms);
    });
  }
});
