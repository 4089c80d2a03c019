import assert from 'node:assert/strict';
import { type ConnectorCaller, createConnectorCaller } from './connector-caller.ts';
import type { TeamsUser } from './conversations.ts';
import { askingCard, cardOf, messageWith, sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

const channelId = '19:abc_DEF-123@thread.v2';

describe('the connector of the simulator', () => {
  let teams: Teams;
  let connector: ConnectorCaller;
  let alys: TeamsUser;

  beforeEach(async () => {
    const users = [{ name: 'Alys Rees' }, { name: 'Ben Carter', installed: false }];
    const chats = [{ id: channelId, conversationType: 'channel', members: ['Alys Rees', 'Ben Carter'] }] as const;
    teams = await createTeams({ ...sample, users, chats });
    connector = createConnectorCaller(teams);
    alys = teams.user('Alys Rees');
  });

  afterEach(() => teams.close());

  describe('creating a conversation', () => {
    it('always gives the same personal chat of a person, by either id', async () => {
      const first = await connector.create(alys.aadObjectId);
      const second = await connector.create(alys.id);
      assert.equal(first.status, 201);
      assert.match(alys.conversationId, /^a:1/);
      assert.deepEqual([first.body.id, second.body.id], [alys.conversationId, alys.conversationId]);
    });

    it('is forbidden for whom the app is not installed, who is not known, and in another tenant', async () => {
      const ben = teams.user('Ben Carter').aadObjectId;
      const stranger = '33333333-3333-4333-8333-333333333333';
      const answers = [
        await connector.create(ben),
        await connector.create(stranger),
        await connector.create(alys.aadObjectId, stranger),
      ];
      for (const { status, code } of answers) assert.deepEqual([status, code], [403, 'ForbiddenOperationException']);
    });

    it('needs a tenant, exactly one member, and an id that is one', async () => {
      const members = [{ id: alys.id }];
      const channelData = { tenant: { id: teams.tenantId } };
      const noTenant = await connector.call('POST', 'v3/conversations', { members });
      const noMember = await connector.call('POST', 'v3/conversations', { channelData, members: [] });
      const unknownId = await connector.create('29:nobody');
      const noId = await connector.create('Alys Rees');
      const statuses = [noTenant, noMember, unknownId, noId].map(({ status }) => status);
      assert.deepEqual(statuses, [400, 400, 400, 400]);
    });
  });

  describe('sending', () => {
    it('takes both forms, plain and as a reply to anything', async () => {
      const sent = await connector.send(alys.conversationId, messageWith(askingCard()));
      const path = `${connector.activities(alys.conversationId)}/some-random-id`;
      const replied = await connector.call('POST', path, { type: 'message', text: 'Hello' });
      assert.deepEqual([sent.status, replied.status], [201, 201]);
      assert.deepEqual(
        alys.messages.map(({ id }) => id),
        [sent.body.id, replied.body.id],
      );
      assert.deepEqual([alys.messages[0]?.card, alys.messages[1]?.text], [askingCard(), 'Hello']);
      assert.equal(alys.deliveries, 2);
    });

    it('finds a conversation whose id has odd characters, encoded or not', async () => {
      const encoded = await connector.send(channelId, { type: 'message', text: 'One' });
      const plain = await connector.call('POST', `v3/conversations/${channelId}/activities`, {
        type: 'message',
        text: 'Two',
      });
      assert.deepEqual([encoded.status, plain.status], [201, 201]);
      assert.equal(teams.conversation(channelId)?.messages.size, 2);
    });

    it('makes two messages of text beside a card, and tells the id of neither', async () => {
      const answer = await connector.send(alys.conversationId, { ...messageWith(askingCard()), text: 'Look' });
      assert.equal(answer.status, 201);
      assert.equal(answer.body.id, undefined);
      assert.equal(alys.messages.length, 2);
    });

    it('refuses an empty message, a card that is none, and an unknown type', async () => {
      const empty = await connector.send(alys.conversationId, { type: 'message' });
      const noCard = await connector.send(alys.conversationId, messageWith({ hello: 'world' }));
      const unknown = await connector.send(alys.conversationId, { type: 'dance' });
      assert.deepEqual([empty.code, noCard.code, unknown.code], ['BadArgument', 'BadArgument', 'BadArgument']);
    });

    it('refuses more than 100 KB in UTF-16 and takes a little less', async () => {
      const overhead = JSON.stringify(messageWith(cardOf([{ type: 'TextBlock', text: '' }])).attachments).length;
      const cardWith = (length: number) => messageWith(cardOf([{ type: 'TextBlock', text: 'ŵ'.repeat(length) }]));
      const fitting = await connector.send(alys.conversationId, cardWith(51_200 - overhead));
      const tooBig = await connector.send(alys.conversationId, cardWith(51_201 - overhead));
      assert.deepEqual([fitting.status, tooBig.status, tooBig.code], [201, 413, 'MessageSizeTooBig']);
    });

    it('tells nobody who is typing', async () => {
      const answer = await connector.send(alys.conversationId, { type: 'typing' });
      assert.deepEqual([answer.status, alys.messages.length], [201, 0]);
    });

    it('is forbidden by a person who blocked the bot, and by one who removed it', async () => {
      alys.blocked = true;
      const blocked = await connector.send(alys.conversationId, messageWith(askingCard()));
      alys.installed = false;
      const removed = await connector.send(alys.conversationId, messageWith(askingCard()));
      assert.deepEqual([blocked.status, blocked.code], [403, 'ConversationBlockedByUser']);
      assert.deepEqual([removed.status, removed.code], [403, 'BotNotInConversationRoster']);
      assert.equal(alys.messages.length, 0);
    });

    it('finds neither an unknown conversation, nor one never opened, nor one that has moved', async () => {
      const old = alys.conversationId;
      teams.renewConversation(alys);
      const closed = teams.user('Ben Carter').conversationId;
      for (const id of ['a:1unknown', closed, old]) {
        const answer = await connector.send(id, messageWith(askingCard()));
        assert.deepEqual([answer.status, answer.code], [404, 'ConversationNotFound']);
      }
      const found = await connector.create(alys.aadObjectId);
      assert.notEqual(found.body.id, old);
      assert.equal((await connector.send(String(found.body.id), messageWith(askingCard()))).status, 201);
    });
  });

  describe('changing what was sent', () => {
    it('replaces the content and keeps the earlier ones', async () => {
      const { body } = await connector.send(alys.conversationId, messageWith(askingCard()));
      const answer = await connector.update(alys.conversationId, String(body.id), messageWith(askingCard('Thanks')));
      assert.deepEqual([answer.status, answer.body.id], [200, body.id]);
      assert.deepEqual(alys.messages[0]?.card, askingCard('Thanks'));
      assert.deepEqual(
        alys.messages[0]?.versions.map(({ card }) => card),
        [askingCard(), askingCard('Thanks')],
      );
      assert.deepEqual([alys.deliveries, alys.updates], [1, 1]);
    });

    it('deletes, after which nothing is left to change', async () => {
      const { body } = await connector.send(alys.conversationId, messageWith(askingCard()));
      const [message] = alys.messages;
      const path = `${connector.activities(alys.conversationId)}/${body.id}`;
      const deleted = await connector.call('DELETE', path);
      const again = await connector.call('DELETE', path);
      const updated = await connector.update(alys.conversationId, String(body.id), messageWith(askingCard()));
      assert.deepEqual([deleted.status, again.code], [200, 'ActivityNotFoundInConversation']);
      assert.equal(updated.status, 404);
      assert.deepEqual([message?.deleted, alys.messages.length], [true, 0]);
    });
  });

  describe('members', () => {
    it('are the person alone in a personal chat', async () => {
      const path = `v3/conversations/${encodeURIComponent(alys.conversationId)}/members`;
      const all = await connector.call('GET', path);
      const one = await connector.call('GET', `${path}/${encodeURIComponent(alys.id)}`);
      const other = await connector.call('GET', `${path}/${teams.user('Ben Carter').aadObjectId}`);
      assert.deepEqual(all.body, [one.body]);
      assert.equal(one.body.aadObjectId, alys.aadObjectId);
      assert.deepEqual([other.status, other.code], [404, 'MemberNotFoundInConversation']);
    });

    it('come in pages of 50 to 500', async () => {
      const users = Array.from({ length: 120 }, (_, index) => ({ name: `Person ${index}` }));
      const members = users.map(({ name }) => name);
      const crowded = await createTeams({
        ...sample,
        users,
        chats: [{ id: channelId, conversationType: 'channel', members }],
      });
      const { call } = createConnectorCaller(crowded);
      const path = `v3/conversations/${encodeURIComponent(channelId)}/pagedmembers?pageSize=10`;
      const sizes: number[] = [];
      let token: unknown = '';
      do {
        const { body } = await call('GET', `${path}${token === '' ? '' : `&continuationToken=${token}`}`);
        sizes.push((body.members as unknown[]).length);
        token = body.continuationToken;
      } while (token !== undefined);
      await crowded.close();
      assert.deepEqual(sizes, [50, 50, 20]);
    });
  });

  it('answers 404 to what is no route and 405 to what is no method of one', async () => {
    const wrongPath = await connector.call('POST', 'v3/conversations/x/y/z/w', {});
    const doubled = await connector.call('POST', '/v3/conversations', {});
    const wrongMethod = await connector.call('DELETE', 'v3/conversations');
    assert.deepEqual([wrongPath.status, doubled.status, wrongMethod.status], [404, 404, 405]);
  });

  it('knows people of one name apart', async () => {
    const other = teams.addUser({ name: 'Alys Rees', aadObjectId: '44444444-4444-4444-8444-444444444444' });
    await connector.send(other.conversationId, messageWith(askingCard()));
    assert.deepEqual([alys.deliveries, teams.user(other.aadObjectId).deliveries], [0, 1]);
    assert.throws(() => teams.user('Alys Rees'), /no user Alys Rees, or more than one/);
  });

  it('can insist on the token that the bot was given', async () => {
    const strict = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], botToken: 'secret' });
    const answer = await createConnectorCaller(strict).create(strict.user('Alys Rees').id);
    await strict.close();
    assert.equal(answer.status, 401);
  });

  it('counts what it was asked and answered', async () => {
    await connector.send(alys.conversationId, messageWith(askingCard()));
    await connector.send('a:1unknown', messageWith(askingCard()));
    const { requests, deliveries, inFlight, answers } = teams.counts;
    assert.deepEqual({ requests, deliveries, inFlight }, { requests: 2, deliveries: 1, inFlight: 0 });
    assert.deepEqual(answers, { 'send 201': 1, 'send 404': 1 });
    assert.deepEqual(
      teams.calls.map(({ route, status }) => [route, status]),
      [
        ['send', 201],
        ['send', 404],
      ],
    );
  });

  it('keeps nothing but numbers when told so, and still knows its own messages', async () => {
    const lean = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], record: 'counts' });
    const caller = createConnectorCaller(lean);
    const person = lean.user('Alys Rees');
    const { body } = await caller.send(person.conversationId, messageWith(askingCard()));
    const known = await caller.update(person.conversationId, String(body.id), messageWith(askingCard()));
    const unknown = await caller.update(person.conversationId, '12345', messageWith(askingCard()));
    await lean.close();
    assert.deepEqual([known.status, unknown.status], [200, 404]);
    assert.deepEqual([person.deliveries, person.updates, person.messages.length], [1, 1, 0]);
    assert.equal(lean.calls.length, 0);
  });
});
