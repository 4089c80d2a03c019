import assert from 'node:assert/strict';
import { type BareBot, startBareBot } from './bare-bot.ts';
import { createConnectorCaller } from './connector-caller.ts';
import { faults } from './faults.ts';
import { type RemoteTeams, startRemoteTeams } from './remote.ts';
import { askingCard, messageWith, sample } from './sample.ts';

describe('the simulator in a process of its own', () => {
  let teams: RemoteTeams;
  let bot: BareBot;

  before(async () => {
    teams = await startRemoteTeams({ ...sample, users: [{ name: 'Alys Rees' }] });
    bot = await startBareBot(teams, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(messageWith(askingCard()));
      const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Thanks' };
      if (context.activity.type === 'invoke') {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      }
    });
    await teams.call('connect', { botEndpoint: bot.endpoint });
  });

  after(async () => {
    await bot.close();
    await teams.stop();
  });

  it('lets somebody act, and tells what they see', async () => {
    const answer = await teams.call('act', { user: 'Alys Rees', act: { kind: 'says', text: 'hello' } });
    assert.equal(answer.status, 200);
    const { messages, deliveries } = await teams.call('user', { user: 'Alys Rees' });
    assert.deepEqual([messages[0]?.card, deliveries], [askingCard(), 1]);
    const act = { kind: 'executes', button: 'answer', inputs: { why: 'x' } } as const;
    assert.equal((await teams.call('act', { user: 'Alys Rees', act })).status, 200);
  });

  it('lets a crowd act, at a pace', async () => {
    const { users } = await teams.call('addUsers', { many: 30 });
    const result = await teams.call('crowd', { act: { kind: 'says', text: 'hello' }, from: 1, perSecond: 200 });
    assert.deepEqual([users, result.acts, result.answers, result.errors], [31, 30, { 200: 30 }, []]);
    assert.ok(result.tookMs >= 140 && result.medianMs <= result.p99Ms, JSON.stringify(result));
    const pressed = await teams.call('crowd', { act: { kind: 'executes', button: 'answer' }, from: 1, to: 3 });
    assert.deepEqual(pressed.answers, { error: 2 });
    assert.match(pressed.errors[0] ?? '', /Required inputs are empty: why/);
  });

  it('takes a script of faults, limits and latency, and changes people', async () => {
    const alys = await teams.call('change', { user: 'Alys Rees', renewConversation: true });
    const { send } = createConnectorCaller(teams);
    const statusOf = async () => (await send(alys.conversationId, messageWith(askingCard()))).status;
    await teams.call('faults', { rules: [{ fault: faults.throttled(1), times: 1 }] });
    assert.deepEqual([await statusOf(), await statusOf()], [429, 201]);
    await teams.call('limits', { limits: { tenant: [{ count: 1, ms: 60_000 }] } });
    assert.deepEqual([await statusOf(), await statusOf()], [201, 429]);
    await teams.call('limits', { limits: 'off' });
    await teams.call('latency', { latency: { kind: 'fixed', ms: 1 } });
    await teams.call('change', { user: 'Alys Rees', blocked: true });
    assert.equal(await statusOf(), 403);
  });

  it('tells what it counted and used', async () => {
    const { counts, memoryBytes, cpuMs } = await teams.call('usage', {});
    assert.ok(counts.deliveries >= 32 && memoryBytes > 0 && cpuMs > 0);
  });

  it('says what it does not understand', async () => {
    await assert.rejects(teams.call('user', { user: 'Nobody' }), /user: There is no user Nobody/);
    await assert.rejects(teams.call('dance' as 'usage', {}), /No command dance/);
  });
});
