import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Agent } from 'undici';
import type { ChatAddress } from '../../src/people/person.ts';
import type { FilePlace, FileSender } from '../../src/rights/file-sender.ts';
import { createConnectorFileSender } from '../../src/teams/connector-file-sender.ts';
import { systemClock } from '../../src/time/clock.ts';
import { faults } from '../simulator/faults.ts';
import { fileConsentType, fileInfoType } from '../simulator/message.ts';
import { createTeams, type Teams } from '../simulator/teams.ts';

const appId = 'a1b7c0de-0000-4000-8000-00000000b070';
const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';
const offer = { id: 'one', name: 'data.json', description: 'Your data', sizeInBytes: 7 };
const content = new TextEncoder().encode('{"ŵ":1}');

describe('handing out files by file consent', () => {
  let teams: Teams;
  let sender: FileSender;
  let chat: ChatAddress;
  const dispatcher = new Agent();
  const user = () => teams.user('Alys Rees');
  const place = () => teams.oneDrive.openSession(user(), offer.name) as unknown as FilePlace;

  function senderWith(loopback: boolean): FileSender {
    return createConnectorFileSender(
      {
        appId,
        tenantId,
        defaultServiceUrl: teams.serviceUrl,
        token: async () => 'sesame',
        dispatcher,
        clock: systemClock,
        timeoutMs: 300,
      },
      { hosts: ['sharepoint.com'], loopback },
    );
  }

  before(async () => {
    teams = await createTeams({ botAppId: appId, tenantId, botToken: 'sesame', users: [{ name: 'Alys Rees' }] });
    sender = senderWith(true);
    chat = { serviceUrl: teams.serviceUrl, conversationId: user().conversationId };
  });

  after(async () => {
    await dispatcher.close();
    await teams.close();
  });

  afterEach(() => teams.clearFaults());

  it('offers a file with nothing but its id in the context', async () => {
    const result = await sender.offer(chat, offer);
    const message = user().messages.at(-1);
    assert.deepEqual(result, { kind: 'sent', message: { ...chat, activityId: message?.id } });
    assert.deepEqual(message?.versions[0]?.attachments, [
      {
        contentType: fileConsentType,
        name: 'data.json',
        content: {
          description: 'Your data',
          sizeInBytes: 7,
          acceptContext: { offer: 'one' },
          declineContext: { offer: 'one' },
        },
      },
    ]);
  });

  it('uploads the bytes whole, without the bot’s token', async () => {
    assert.equal(await sender.upload(place(), content), 'uploaded');
    const file = { name: 'data.json', text: '{"ŵ":1}', content: Buffer.from('{"ŵ":1}') };
    assert.deepEqual(teams.oneDrive.filesOf(user()).at(-1), file);
  });

  it('shows the file', async () => {
    const put = place();
    await sender.show(chat, put);
    const { contentUrl, name, uniqueId, fileType } = put;
    assert.deepEqual(user().messages.at(-1)?.versions[0]?.attachments, [
      { contentType: fileInfoType, contentUrl, name, content: { uniqueId, fileType } },
    ]);
  });

  it('takes an offer back', async () => {
    const result = await sender.offer(chat, offer);
    assert.ok(result.kind === 'sent');
    assert.equal((await sender.takeBack(result.message)).kind, 'sent');
    assert.ok(!user().messages.some(({ id }) => id === result.message.activityId));
    assert.deepEqual(await sender.takeBack(result.message), { kind: 'unreachable', reason: 'chat-gone' });
  });

  for (const [status, result] of [
    [503, 'no-answer'],
    [429, 'no-answer'],
    [409, 'refused'],
    [202, 'refused'],
  ] as const) {
    it(`says ${result} of ${status}, and stores nothing`, async () => {
      const before = teams.oneDrive.filesOf(user()).length;
      teams.oneDrive.refuseNext(status);
      assert.equal(await sender.upload(place(), content), result);
      assert.equal(teams.oneDrive.filesOf(user()).length, before);
    });
  }

  it('says what it means that the chat is blocked', async () => {
    teams.addFaults({ fault: faults.refused('ConversationBlockedByUser'), route: 'send' });
    assert.deepEqual(await sender.offer(chat, offer), { kind: 'unreachable', reason: 'blocked' });
  });

  describe('to a place that came from elsewhere', () => {
    let asked: string[];
    let origin: string;
    const elsewhere = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.statusCode = request.url === '/away' ? 307 : 201;
      response.setHeader('location', '/caught');
      response.end();
    });

    before(async () => {
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const address = elsewhere.address();
      assert.ok(typeof address === 'object' && address !== null);
      origin = `http://127.0.0.1:${address.port}`;
    });

    beforeEach(() => {
      asked = [];
    });

    after(() => void elsewhere.close());

    it('sends nothing in production', async () => {
      const strict = senderWith(false);
      const result = await strict.upload({ ...place(), uploadUrl: `${origin}/here` }, content);
      assert.equal(result, 'not-allowed');
      assert.deepEqual(asked, []);
    });

    it('sends nothing either when only the link for the person leads elsewhere', async () => {
      const contentUrl = 'https://example.org/data.json';
      assert.equal(await sender.upload({ ...place(), contentUrl }, content), 'not-allowed');
    });

    it('follows no redirection', async () => {
      assert.equal(await sender.upload({ ...place(), uploadUrl: `${origin}/away` }, content), 'refused');
      assert.deepEqual(asked, ['PUT /away']);
    });
  });

  it('says that there was no answer where nobody listens', async () => {
    assert.equal(await sender.upload({ ...place(), uploadUrl: 'http://127.0.0.1:9/x' }, content), 'no-answer');
  });
});
