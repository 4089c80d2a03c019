import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { CardFactory, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { type BareBot, startBareBot } from './bare-bot.ts';
import type { Json } from './json.ts';
import { askingCard, cardOf, sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

function cardActivity(card: Json) {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}

async function answer(context: TurnContext, body: unknown, status = 200): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

const cardAnswer = (value: Json) => ({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });

describe('a bare botbuilder bot in the simulator', () => {
  let teams: Teams;
  let bot: BareBot;
  let act: (context: TurnContext) => Promise<void>;
  let seen: TurnContext['activity'][];

  /** Greets what it is told with a card; what it does on an action is for each test to say. */
  async function logic(context: TurnContext): Promise<void> {
    seen.push(context.activity);
    if (context.activity.type === 'invoke') await act(context);
    else if (context.activity.type === 'message') await context.sendActivity(cardActivity(askingCard()));
  }

  beforeEach(async () => {
    seen = [];
    act = async (context) => {
      const thanks = askingCard(`Thanks for ${JSON.stringify(context.activity.value.action.data)}`);
      await context.updateActivity({ ...cardActivity(thanks), id: context.activity.replyToId ?? '' });
      await answer(context, cardAnswer(thanks));
    };
    const users = [{ name: 'Alys Rees' }, { name: 'Ben Carter', installed: false }];
    teams = await createTeams({ ...sample, users, botToken: 'bot-token', actionTimeoutMs: 60, repeatSlowActions: 1 });
    bot = await startBareBot(teams, logic, 'bot-token');
    teams.connect(bot.endpoint);
  });

  afterEach(async () => {
    await bot.close();
    await teams.close();
  });

  async function greeted(client?: string) {
    const actor = teams.as('Alys Rees', client);
    await actor.says('hello');
    const message = actor.user.messages.at(-1);
    assert.ok(message);
    return { actor, message };
  }

  it('gets a message and sends a card', async () => {
    const { actor } = await greeted();
    assert.equal(actor.user.deliveries, 1);
    assert.deepEqual(actor.sees()?.card, askingCard());
  });

  it('gets an action with its inputs, updates the card and answers with it', async () => {
    const { actor, message } = await greeted();
    const result = await actor.executes(message, 'answer', { why: 'It is clear' });
    const thanks = askingCard('Thanks for {"promptId":"p1","why":"It is clear"}');
    assert.deepEqual([result.status, result.outcome, result.attempts], [200, 'card', 1]);
    assert.deepEqual([result.card, actor.sees(message)?.card, message.card], [thanks, thanks, thanks]);
    assert.equal(message.versions.length, 2);
    assert.equal(actor.user.deliveries, 1);
  });

  it('gets forged inputs just as they are', async () => {
    const { actor, message } = await greeted();
    await actor.executes(message, 'answer', { why: 7, other: { a: [null] } }, { unchecked: true });
    assert.deepEqual(seen.at(-1)?.value.action.data, { promptId: 'p1', why: 7, other: { a: [null] } });
  });

  it('shows an answered card to one client only, until a reaction', async () => {
    act = (context) => answer(context, cardAnswer(askingCard('For you alone')));
    const { actor, message } = await greeted('laptop');
    await actor.executes(message, 'answer', { why: 'x' });
    assert.deepEqual(actor.sees(message)?.card, askingCard('For you alone'));
    assert.deepEqual(teams.as('Alys Rees', 'phone').sees(message)?.card, askingCard());
    await actor.reacts(message);
    assert.deepEqual(actor.sees(message)?.card, askingCard());
    assert.deepEqual(seen.at(-1)?.reactionsAdded, [{ type: 'like' }]);
  });

  it('shows a line of text, an error, or that something went wrong', async () => {
    const { actor, message } = await greeted();
    const press = () => actor.executes(message, 'answer', { why: 'x' });
    act = (context) =>
      answer(context, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' });
    assert.equal((await press()).text, 'OK');
    const problem = { code: 'Late', message: 'Closed yesterday' };
    act = (context) => answer(context, { statusCode: 400, type: 'application/vnd.microsoft.error', value: problem });
    const refused = await press();
    assert.deepEqual([refused.outcome, refused.text], ['error', 'Closed yesterday']);
    act = async () => {};
    assert.deepEqual([(await press()).outcome, (await press()).status], ['error', 501]);
    assert.deepEqual(actor.sees(message)?.card, askingCard());
  });

  it('is repeated an action that it answers too late', async () => {
    const { actor, message } = await greeted();
    let calls = 0;
    act = async (context) => {
      calls += 1;
      if (calls === 1) await wait(150);
      await answer(context, cardAnswer(askingCard(`Call ${calls}`)));
    };
    const result = await actor.executes(message, 'answer', { why: 'x' });
    assert.deepEqual([result.outcome, result.attempts, calls], ['card', 2, 2]);
    const [first, second] = seen.filter(({ type }) => type === 'invoke');
    assert.deepEqual(first?.value, second?.value);
    assert.notEqual(first?.id, second?.id);
  });

  it('is out of reach when it never answers in time', async () => {
    const { actor, message } = await greeted();
    act = () => wait(150);
    const result = await actor.executes(message, 'answer', { why: 'x' });
    assert.deepEqual([result.outcome, result.status, result.attempts], ['unreachable', 504, 2]);
  });

  it('hears of an installation twice and of a removal once', async () => {
    const ben = teams.as('Ben Carter');
    await assert.rejects(ben.says('hello'), /not installed for Ben Carter/);
    await ben.install();
    await ben.uninstall();
    const events = seen.map(({ type, action, membersAdded }) => [type, action ?? membersAdded?.[0]?.id]);
    assert.deepEqual(events.slice(0, 2).sort(), [
      ['conversationUpdate', `28:${teams.botAppId}`],
      ['installationUpdate', 'add'],
    ]);
    assert.deepEqual(events[2], ['installationUpdate', 'remove']);
  });

  it('gets what an Action.Submit sends', async () => {
    const { actor, message } = await greeted();
    await actor.submits({ choice: 'a' }, { message });
    const activity = seen.at(-1);
    assert.deepEqual([activity?.type, activity?.value, activity?.text], ['message', { choice: 'a' }, undefined]);
    assert.equal(activity?.replyToId, message.id);
  });

  it('refreshes a card when it comes into view, at most once a minute', async () => {
    const { actor, message } = await greeted();
    const action = { type: 'Action.Execute', verb: 'refresh', data: { promptId: 'p1' } };
    act = (context) => answer(context, cardAnswer({ ...askingCard(), refresh: { action } }));
    assert.equal(await actor.opens(message), undefined);
    await actor.executes(message, 'answer', { why: 'x' });
    assert.equal((await actor.opens(message))?.outcome, 'card');
    assert.equal(await actor.opens(message), undefined);
    assert.deepEqual(seen.at(-1)?.value, { action, trigger: 'automatic' });
  });

  it('creates a conversation, looks its member up and deletes what it sent', async () => {
    const { aadObjectId, conversationId } = teams.user('Alys Rees');
    const parameters = {
      isGroup: false,
      bot: { id: `28:${teams.botAppId}`, name: 'Bot' },
      members: [{ id: aadObjectId, name: '' }],
      tenantId: teams.tenantId,
      activity: undefined as never,
      channelData: { tenant: { id: teams.tenantId } },
    };
    await bot.adapter.createConversationAsync(
      teams.botAppId,
      'msteams',
      teams.serviceUrl,
      '',
      parameters,
      async (turn) => {
        assert.equal(turn.activity.conversation.id, conversationId);
        const member = await TeamsInfo.getMember(turn, aadObjectId);
        assert.deepEqual([member.name, member.aadObjectId], ['Alys Rees', aadObjectId]);
        const sent = await turn.sendActivity(cardActivity(cardOf([])));
        await turn.deleteActivity(teams.user('Alys Rees').messages[0]?.id ?? sent?.id ?? '');
      },
    );
    assert.deepEqual([teams.user('Alys Rees').deliveries, teams.user('Alys Rees').messages.length], [1, 0]);
  });

  it('may not change what a person wrote', async () => {
    const { actor } = await greeted();
    const reference = {
      serviceUrl: teams.serviceUrl,
      channelId: 'msteams',
      conversation: { id: actor.user.conversationId },
    };
    const changed = { ...cardActivity(askingCard()), id: seen[0]?.id ?? '' };
    const change = bot.adapter.continueConversationAsync(teams.botAppId, reference as never, async (turn) => {
      await turn.updateActivity(changed);
    });
    await assert.rejects(change, { statusCode: 403, code: 'NotEnoughPermissions' });
  });

  it('is waited for', async () => {
    const alys = teams.user('Alys Rees');
    const waiting = teams.settled(() => alys.messages[0]);
    await teams.as(alys).says('hello');
    assert.deepEqual((await waiting).card, askingCard());
    await assert.rejects(
      teams.settled(() => alys.deliveries > 1, { timeoutMs: 20, what: 'a second card' }),
      /Not settled within 20 ms: a second card/,
    );
  });
});
