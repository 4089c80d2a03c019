import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { TokenKind } from './authorizations.ts';
import { type BareBot, startBareBot } from './bare-bot.ts';
import { sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

const bad: readonly TokenKind[] = [
  'none',
  'forged',
  'unknown key',
  'altered',
  'unsigned',
  'expired',
  'wrong audience',
  'wrong issuer',
  'wrong service address',
];

describe('the identity of the simulator', () => {
  let teams: Teams;
  let bot: BareBot;
  let turns: number;
  /** botbuilder writes every refused token to standard error. */
  const written = process.stderr.write;

  beforeEach(async () => {
    turns = 0;
    teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }] });
    bot = await startBareBot(teams, async () => {
      turns += 1;
    });
    teams.connect(bot.endpoint);
    process.stderr.write = () => true;
  });

  afterEach(async () => {
    process.stderr.write = written;
    await bot.close();
    await teams.close();
  });

  function greeting() {
    const { id, aadObjectId, conversationId } = teams.user('Alys Rees');
    return {
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id, aadObjectId },
      conversation: { id: conversationId, conversationType: 'personal' },
      recipient: { id: `28:${teams.botAppId}` },
      channelData: { tenant: { id: teams.tenantId } },
    };
  }

  it('is accepted by botbuilder', async () => {
    const { status } = await teams.post(greeting());
    assert.deepEqual([status, turns], [200, 1]);
  });

  for (const token of bad) {
    it(`is refused by botbuilder when the token is bad: ${token}`, async () => {
      const { status } = await teams.post(greeting(), { token });
      assert.deepEqual([[401, 500].includes(status), turns], [true, 0], String(status));
    });
  }

  it('publishes the key that signs, endorsed for Teams', async () => {
    const metadata = await (await fetch(teams.openIdMetadataUrl)).json();
    const { keys } = await (await fetch(metadata.jwks_uri)).json();
    assert.deepEqual([keys.length, keys[0].endorsements, keys[0].d], [1, ['msteams'], undefined]);
    let authorization = '';
    const listener = createServer((request, response) => {
      authorization = request.headers.authorization ?? '';
      response.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = listener.address();
    teams.connect(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    await teams.post(greeting());
    listener.close();
    const { payload } = await jwtVerify(
      authorization.slice('Bearer '.length),
      createRemoteJWKSet(new URL(metadata.jwks_uri)),
      { issuer: 'https://api.botframework.com', audience: teams.botAppId },
    );
    assert.equal(payload.serviceurl, teams.serviceUrl);
    assert.ok((payload.exp ?? 0) - Date.now() / 1000 <= 600);
  });

  it('may have another name', async () => {
    const local = await createTeams({ ...sample, issuer: 'https://issuer.local.test', users: [{ name: 'Alys Rees' }] });
    const localBot = await startBareBot(local, async () => {
      turns += 1;
    });
    local.connect(localBot.endpoint);
    const answer = await local.as('Alys Rees').says('hello');
    await localBot.close();
    await local.close();
    assert.deepEqual([answer.status, turns], [200, 1]);
  });
});
