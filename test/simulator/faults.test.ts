import assert from 'node:assert/strict';
import { type BareBot, startBareBot } from './bare-bot.ts';
import { type ConnectorCaller, createConnectorCaller } from './connector-caller.ts';
import type { TeamsUser } from './conversations.ts';
import { createFaults, type FaultRule, faults } from './faults.ts';
import { createRandom } from './random.ts';
import { askingCard, messageWith, sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

/** Which of so many sends to one person a rule meets, counted from 1. */
function met(rule: FaultRule, calls: number, seed = 1): number[] {
  const script = createFaults(createRandom(seed));
  script.add(rule);
  const all = Array.from({ length: calls }, (_, index) => index + 1);
  return all.filter(() => script.next({ route: 'send', userKeys: ['Alys Rees'] }) !== undefined);
}

const fault = faults.status(503);

describe('a script of faults', () => {
  it('meets every call, some by number, or a limited number of them', () => {
    assert.deepEqual(met({ fault }, 3), [1, 2, 3]);
    assert.deepEqual(met({ fault, nth: 2 }, 5), [2]);
    assert.deepEqual(met({ fault, nth: { from: 2, to: 3 } }, 5), [2, 3]);
    assert.deepEqual(met({ fault, nth: { every: 2 } }, 6), [2, 4, 6]);
    assert.deepEqual(met({ fault, nth: { every: 2 }, times: 2 }, 6), [2, 4]);
  });

  it('meets one route, several, or the calls for one person', () => {
    assert.deepEqual(met({ fault, route: 'update' }, 2), []);
    assert.deepEqual(met({ fault, route: ['update', 'send'] }, 2), [1, 2]);
    assert.deepEqual(met({ fault, user: 'Ben Carter' }, 2), []);
    assert.deepEqual(met({ fault, user: 'Alys Rees' }, 2), [1, 2]);
  });

  it('meets a share of the calls by chance, the same ones for one seed', () => {
    const tenth = met({ fault, probability: 0.1 }, 10_000);
    assert.ok(Math.abs(tenth.length - 1000) < 100, String(tenth.length));
    assert.deepEqual(tenth, met({ fault, probability: 0.1 }, 10_000));
    assert.notDeepEqual(tenth, met({ fault, probability: 0.1 }, 10_000, 2));
  });

  it('acts by its first rule that meets, and counts for all of them', () => {
    const script = createFaults(createRandom(1));
    script.add({ fault: faults.status(500), nth: 1 }, { fault: faults.status(502), nth: { from: 1, to: 2 } });
    const statuses = [1, 2, 3].map(() => {
      const next = script.next({ route: 'send', userKeys: [] });
      return next?.kind === 'answer' ? next.answer.status : undefined;
    });
    assert.deepEqual(statuses, [500, 502, undefined]);
  });
});

describe('faults of the simulator', () => {
  let teams: Teams;
  let connector: ConnectorCaller;
  let alys: TeamsUser;

  beforeEach(async () => {
    teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }, { name: 'Ben Carter' }] });
    connector = createConnectorCaller(teams);
    alys = teams.user('Alys Rees');
  });

  afterEach(() => teams.close());

  const send = () => connector.send(alys.conversationId, messageWith(askingCard()));

  it('answer as Teams would, by the code that goes with the status', async () => {
    const codes = [
      ['BotNotRegistered', 401],
      ['BotDisabledByAdmin', 403],
      ['BotNotInConversationRoster', 403],
      ['ConversationBlockedByUser', 403],
      ['ConversationNotFound', 404],
      ['PreconditionFailed', 412],
      ['MessageSizeTooBig', 413],
      ['ServiceError', 500],
    ] as const;
    for (const [code, status] of codes) {
      teams.addFaults({ fault: faults.refused(code), times: 1 });
      const answer = await send();
      assert.deepEqual([answer.status, answer.code], [status, code]);
    }
    assert.equal(alys.deliveries, 0);
  });

  it('throttle with a time to come back or without one', async () => {
    teams.addFaults({ fault: faults.throttled(20), nth: 1 }, { fault: faults.throttled(), nth: 2 });
    const answers = [await send(), await send()];
    assert.deepEqual(
      answers.map(({ status, code, retryAfter }) => [status, code, retryAfter]),
      [
        [429, 'Throttled', '20'],
        [429, 'Throttled', null],
      ],
    );
  });

  it('refuse in the older form', async () => {
    teams.addFaults({ fault: faults.messageWritesBlocked() });
    const { status, body } = await send();
    assert.deepEqual([status, body.errorCode], [403, 209]);
    assert.match(String(body.message), /MessageWritesBlocked/);
  });

  it('cut the connection before the message arrives, or after', async () => {
    teams.addFaults({ fault: faults.resetBefore(), nth: 1 }, { fault: faults.resetAfter(), nth: 2 });
    await assert.rejects(send());
    assert.equal(alys.deliveries, 0);
    await assert.rejects(send());
    assert.equal(alys.deliveries, 1);
    assert.deepEqual(teams.counts.answers, { 'send 0': 2 });
  });

  it('answer that all failed although the message arrived', async () => {
    teams.addFaults({ fault: faults.status(504, { accepted: true }) });
    assert.equal((await send()).status, 504);
    assert.equal(alys.deliveries, 1);
  });

  it('leave a call without an answer', async () => {
    teams.addFaults({ fault: faults.hangBefore() });
    const path = `${teams.serviceUrl}${connector.activities(alys.conversationId)}`;
    await assert.rejects(fetch(path, { method: 'POST', body: '{}', signal: AbortSignal.timeout(50) }), /timeout/i);
  });

  it('meet one person, by name, also when the conversation is created', async () => {
    teams.addFaults({
      fault: faults.refused('ForbiddenOperationException'),
      user: 'Alys Rees',
      route: 'createConversation',
    });
    assert.equal((await connector.create(alys.aadObjectId)).status, 403);
    assert.equal((await connector.create(teams.user('Ben Carter').aadObjectId)).status, 201);
    teams.clearFaults();
    assert.equal((await connector.create(alys.aadObjectId)).status, 201);
  });

  it('make botbuilder send a card twice', async () => {
    const bot: BareBot = await startBareBot(teams, async (context) => {
      await context.sendActivity('hello');
    });
    teams.connect(bot.endpoint);
    teams.addFaults({ fault: faults.status(502, { accepted: true, headers: { 'retry-after': '0' } }), nth: 1 });
    await teams.as(alys).says('hello');
    await bot.close();
    assert.equal(alys.deliveries, 2);
  });
});
