import assert from 'node:assert/strict';
import { Agent } from 'undici';
import type { CardSender } from '../../src/delivery/card-sender.ts';
import type { ChatAddress } from '../../src/people/person.ts';
import type { ConnectorOptions } from '../../src/teams/connector-call.ts';
import { createConnectorCardSender } from '../../src/teams/connector-card-sender.ts';
import { systemClock } from '../../src/time/clock.ts';
import { type Fault, faults } from '../simulator/faults.ts';
import { createTeams, type Teams } from '../simulator/teams.ts';

const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const other = { ...card, fallbackText: 'Other' };

describe('sending cards to the connector', () => {
  let teams: Teams;
  let sender: CardSender;
  let chat: ChatAddress;
  const dispatcher = new Agent();

  before(async () => {
    teams = await createTeams({ botAppId: appId, tenantId, botToken: 'sesame', users: [{ name: 'Alys Rees' }] });
    sender = senderWith({});
    const { conversationId } = teams.user('Alys Rees');
    chat = { serviceUrl: teams.serviceUrl, conversationId };
  });

  after(async () => {
    await dispatcher.close();
    await teams.close();
  });

  afterEach(() => teams.clearFaults());

  const senderWith = (options: Partial<ConnectorOptions>) =>
    createConnectorCardSender({
      appId,
      tenantId,
      defaultServiceUrl: teams.serviceUrl,
      token: async () => 'sesame',
      dispatcher,
      clock: systemClock,
      timeoutMs: 300,
      ...options,
    });
  const alys = () => teams.user('Alys Rees');

  it('posts the card alone, once, and says which message it became', async () => {
    const before = alys().deliveries;
    const result = await sender.send(chat, card);
    const message = alys().messages.at(-1);
    assert.deepEqual(result, { kind: 'sent', message: { ...chat, activityId: message?.id } });
    assert.deepEqual(message?.card, card);
    assert.equal(message?.text, undefined);
    assert.equal(alys().deliveries, before + 1);
  });

  it('updates a message in place', async () => {
    const sent = await sender.send(chat, card);
    assert.ok(sent.kind === 'sent');
    assert.deepEqual(await sender.update(sent.message, other), sent);
    assert.deepEqual(alys().messages.at(-1)?.card, other);
    assert.equal(alys().messages.at(-1)?.id, sent.message.activityId);
  });

  it('works with a service address that has no slash at its end', async () => {
    const { kind } = await sender.send({ ...chat, serviceUrl: chat.serviceUrl.replace(/\/$/, '') }, card);
    assert.equal(kind, 'sent');
  });

  it('opens the chat with a person, and sends there', async () => {
    const opened = await sender.openChat(alys().aadObjectId);
    assert.deepEqual(opened, { kind: 'opened', chat });
  });

  for (const [what, fault, result] of [
    ['blocked', faults.refused('ConversationBlockedByUser'), { kind: 'unreachable', reason: 'blocked' }],
    ['blocked in the older form', faults.messageWritesBlocked(), { kind: 'unreachable', reason: 'blocked' }],
    ['removed', faults.refused('BotNotInConversationRoster'), { kind: 'unreachable', reason: 'uninstalled' }],
    ['not installed', faults.refused('ForbiddenOperationException'), { kind: 'unreachable', reason: 'not-installed' }],
    ['no such chat', faults.refused('ConversationNotFound'), { kind: 'unreachable', reason: 'chat-gone' }],
    ['switched off', faults.refused('BotDisabledByAdmin'), { kind: 'stop', reason: 'bot-disabled' }],
    ['not signed in', faults.refused('Unauthorized'), { kind: 'stop', reason: 'not-signed-in' }],
    ['a bad card', faults.refused('BadArgument'), { kind: 'stop', reason: 'card-refused' }],
    ['too big a card', faults.refused('MessageSizeTooBig'), { kind: 'stop', reason: 'card-refused' }],
    ['an error of Teams', faults.refused('ServiceError'), { kind: 'failed', reason: 'server-error' }],
    ['too fast', faults.throttled(), { kind: 'retry', why: 'throttled' }],
    ['too fast, with a time', faults.throttled(7), { kind: 'retry', why: 'throttled', retryAfterMs: 7_000 }],
    ['a lost race', faults.refused('PreconditionFailed'), { kind: 'retry', why: 'throttled' }],
    ['a bad gateway', faults.status(502), { kind: 'retry', why: 'uncertain' }],
    ['a gateway out of time', faults.status(504, { accepted: true }), { kind: 'retry', why: 'uncertain' }],
    ['a cut line before', faults.resetBefore(), { kind: 'retry', why: 'uncertain' }],
    ['a cut line after', faults.resetAfter(), { kind: 'retry', why: 'uncertain' }],
    ['no answer in time', faults.hangBefore(), { kind: 'retry', why: 'uncertain' }],
    ['no answer although it arrived', faults.hangAfter(), { kind: 'retry', why: 'uncertain' }],
  ] as const satisfies readonly (readonly [string, Fault, object])[]) {
    it(`tries once, and says what it means: ${what}`, async () => {
      const sent = await sender.send(chat, card);
      assert.ok(sent.kind === 'sent');
      const before = teams.calls.length;
      teams.addFaults({ fault });
      assert.deepEqual(await sender.send(chat, card), result);
      assert.deepEqual(await sender.openChat(alys().aadObjectId), result);
      assert.deepEqual(await sender.update(sent.message, card), result);
      await teams.settled(() => teams.calls.length >= before + 3);
      assert.equal(teams.calls.length, before + 3);
    });
  }

  it('reads a time to come back that is a date', async () => {
    const now = new Date('2026-11-23T09:00:00Z');
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 09:00:20 GMT' };
    teams.addFaults({ fault: faults.status(503, { headers }) });
    const { kind, ...rest } = await senderWith({ clock: { now: () => now } }).send(chat, card);
    assert.deepEqual({ kind, ...rest }, { kind: 'retry', why: 'uncertain', retryAfterMs: 20_000 });
  });

  it('is not let in with another token', async () => {
    const result = await senderWith({ token: async () => 'wrong' }).send(chat, card);
    assert.deepEqual(result, { kind: 'stop', reason: 'not-signed-in' });
  });

  it('passes on the error when there is no token', async () => {
    const token = async (): Promise<never> => {
      throw new RangeError('no token');
    };
    await assert.rejects(senderWith({ token }).send(chat, card), RangeError);
  });

  it('says that a try is worth it when nobody listens', async () => {
    const result = await sender.send({ ...chat, serviceUrl: 'http://127.0.0.1:9/' }, card);
    assert.deepEqual(result, { kind: 'retry', why: 'uncertain' });
  });

  it('does not go astray on an id that looks like a path', async () => {
    const result = await sender.send({ ...chat, conversationId: '../../../healthz?x=#' }, card);
    assert.deepEqual(result, { kind: 'unreachable', reason: 'chat-gone' });
  });
});
