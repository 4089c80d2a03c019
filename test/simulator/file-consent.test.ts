import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { type BareBot, startBareBot } from './bare-bot.ts';
import { createConnectorCaller } from './connector-caller.ts';
import { fileConsentType } from './message.ts';
import { sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

const offer = {
  contentType: fileConsentType,
  name: 'data.json',
  content: { description: 'Your data', sizeInBytes: 4, acceptContext: { offer: 'a' }, declineContext: { offer: 'd' } },
};

describe('file consent in the simulator', () => {
  let teams: Teams;
  let bot: BareBot;
  let seen: TurnContext['activity'][];

  beforeEach(async () => {
    seen = [];
    teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], botToken: 'bot-token' });
    bot = await startBareBot(
      teams,
      async (context) => {
        seen.push(context.activity);
        if (context.activity.type === 'message') await context.sendActivity({ type: 'message', attachments: [offer] });
        else await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
      },
      'bot-token',
    );
    teams.connect(bot.endpoint);
  });

  afterEach(async () => {
    await bot.close();
    await teams.close();
  });

  async function answered(action: 'accept' | 'decline') {
    const actor = teams.as('Alys Rees');
    await actor.says('my data');
    const message = actor.user.messages.at(-1);
    assert.ok(message);
    const { status } = await actor.answersFile(message, action);
    assert.equal(status, 200);
    const activity = seen.at(-1);
    assert.ok(activity);
    assert.equal(activity.name, 'fileConsent/invoke');
    assert.equal(activity.replyToId, message.id);
    return { user: actor.user, value: activity.value };
  }

  async function put(url: string, text: string, headers: Record<string, string>) {
    return (await fetch(url, { method: 'PUT', body: text, headers })).status;
  }

  it('tells the bot of a yes with the context of the offer and a place for the file', async () => {
    const { value, user } = await answered('accept');
    assert.deepEqual([value.type, value.action, value.context], ['fileUpload', 'accept', { offer: 'a' }]);
    const { uploadUrl, name } = value.uploadInfo;
    assert.equal(name, 'data.json');
    assert.equal(await put(uploadUrl, 'ŵy', { 'content-range': 'bytes 0-2/3' }), 201);
    const content = Buffer.from('ŵy');
    assert.deepEqual(teams.oneDrive.filesOf(user), [{ name: 'data.json', text: 'ŵy', content }]);
    assert.equal(await put(uploadUrl, 'ŵy', { 'content-range': 'bytes 0-2/3' }), 404);
  });

  it('tells the bot of a no, with no place', async () => {
    const { value } = await answered('decline');
    assert.deepEqual(value, { type: 'fileUpload', action: 'decline', context: { offer: 'd' } });
  });

  it('takes no part of a file, no token, and nothing that it was told to refuse', async () => {
    const { value, user } = await answered('accept');
    const { uploadUrl } = value.uploadInfo;
    const range = { 'content-range': 'bytes 0-3/4' };
    assert.equal(await put(uploadUrl, 'text', {}), 416);
    assert.equal(await put(uploadUrl, 'text', { 'content-range': 'bytes 0-3/9' }), 416);
    assert.equal(await put(uploadUrl, 'text', { ...range, authorization: 'Bearer sesame' }), 401);
    teams.oneDrive.refuseNext(503);
    assert.equal(await put(uploadUrl, 'text', range), 503);
    assert.deepEqual(teams.oneDrive.filesOf(user), []);
    assert.equal(await put(uploadUrl, 'text', range), 201);
  });

  it('refuses an offer without a name', async () => {
    const open = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }] });
    try {
      const { send } = createConnectorCaller(open);
      const { conversationId } = open.user('Alys Rees');
      const { name: _name, ...nameless } = offer;
      assert.equal((await send(conversationId, { type: 'message', attachments: [nameless] })).status, 400);
      assert.equal((await send(conversationId, { type: 'message', attachments: [offer] })).status, 201);
    } finally {
      await open.close();
    }
  });
});
