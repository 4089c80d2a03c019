import assert from 'node:assert/strict';
import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type BareBot, startBareBot } from './bare-bot.ts';
import type { Json } from './json.ts';
import { createTeams, type Teams } from './teams.ts';

const botAppId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';

function askingCard(thanks?: string): Json {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: thanks ?? 'How confident are you?' },
      { type: 'Input.Text', id: 'why', label: 'Why? (required)', isRequired: true },
    ],
    actions: [{ type: 'Action.Execute', verb: 'answer', title: 'Send', data: { promptId: 'p1' } }],
  };
}

function cardActivity(card: Json) {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}

/** Sends a card for every message, and on an answer updates that card and returns it. */
async function echo(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') await context.sendActivity(cardActivity(askingCard()));
  if (activity.type !== 'invoke') return;
  const thanks = askingCard(`Thanks for ${JSON.stringify(activity.value.action.data)}`);
  await context.updateActivity({ ...cardActivity(thanks), id: activity.replyToId ?? '' });
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: thanks };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

describe('the simulator before a bare botbuilder bot', () => {
  let teams: Teams;
  let bot: BareBot;

  beforeEach(async () => {
    teams = await createTeams({ botAppId, tenantId, users: [{ name: 'Alys Rees' }], botToken: 'bot-token' });
    bot = await startBareBot(teams, echo, 'bot-token');
    teams.connect(bot.endpoint);
  });

  afterEach(async () => {
    await bot.close();
    await teams.close();
  });

  it('carries a message in and a card out', async () => {
    const answer = await teams.as('Alys Rees').says('hello');
    const alys = teams.user('Alys Rees');
    assert.equal(answer.status, 200, String(answer.body));
    assert.equal(alys.messages.length, 1);
    assert.deepEqual(alys.messages[0]?.card, askingCard());
  });

  it('carries an action in, and the updated card out', async () => {
    const alys = teams.as('Alys Rees');
    await alys.says('hello');
    const [message] = alys.user.messages;
    assert.ok(message);
    const result = await alys.executes(message, 'answer', { why: 'It is clear' });
    assert.equal(result.outcome, 'card', JSON.stringify(result));
    const thanks = askingCard('Thanks for {"promptId":"p1","why":"It is clear"}');
    assert.deepEqual(alys.sees(message)?.card, thanks);
    assert.equal(message.versions.length, 2);
    assert.deepEqual(message.card, thanks);
  });
});
