import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type SigningGateway, startSigningGateway } from '../../src/local/signing-gateway.ts';

const serviceUrl = 'http://127.0.0.1:56150/_connector';

describe('the signing gateway', () => {
  let bot: Server;
  let gateway: SigningGateway;
  let received: { readonly headers: IncomingMessage['headers']; readonly body: string }[];

  beforeEach(async () => {
    received = [];
    bot = createServer(async (request, response) => {
      received.push({ headers: request.headers, body: await text(request) });
      response.writeHead(418, { 'content-type': 'application/json', 'x-bot': 'yes' });
      response.end('{"statusCode":200}');
    });
    bot.listen(0, '127.0.0.1');
    await once(bot, 'listening');
    gateway = await startSigningGateway({
      port: 0,
      target: `http://127.0.0.1:${portOf(bot)}/api/messages`,
      serviceUrls: [serviceUrl],
      token: async (url) => `token for ${url}`,
    });
  });

  afterEach(async () => {
    await gateway.close();
    bot.closeAllConnections();
    bot.close();
  });

  it('signs an activity for its own connector and gives back what the bot says', async () => {
    const activity = JSON.stringify({ type: 'message', text: 'Ŵyl', serviceUrl });
    const answer = await post(gateway.url, activity, { authorization: 'Bearer forged' });
    assert.equal(answer.status, 418);
    assert.equal(answer.headers.get('x-bot'), 'yes');
    assert.equal(await answer.text(), '{"statusCode":200}');
    assert.equal(received[0]?.headers.authorization, `Bearer token for ${serviceUrl}`);
    assert.equal(received[0]?.body, activity);
  });

  it('signs nothing else', async () => {
    const activity = JSON.stringify({ type: 'message', serviceUrl });
    const refused: [Promise<Response>, number][] = [
      [fetch(gateway.url, { method: 'HEAD' }), 405],
      [post(gateway.url.replace('messages', 'other'), activity), 404],
      [post(gateway.url, activity, { 'content-type': 'text/plain' }), 415],
      [post(gateway.url, JSON.stringify({ serviceUrl: 'https://example.com' })), 403],
      [post(gateway.url, JSON.stringify({ type: 'message' })), 403],
      [post(gateway.url, 'not json'), 400],
      [post(gateway.url, JSON.stringify({ serviceUrl, text: 'x'.repeat(1_000_000) })), 413],
    ];
    for (const [answer, status] of refused) assert.equal((await answer).status, status);
    assert.deepEqual(received, []);
  });

  it('answers 502 while there is no bot', async () => {
    bot.closeAllConnections();
    bot.close();
    await once(bot, 'close');
    assert.equal((await post(gateway.url, JSON.stringify({ serviceUrl }))).status, 502);
  });

  it('refuses a port that is taken', async () => {
    const port = portOf(bot);
    const options = { port, target: gateway.url, serviceUrls: [], token: async () => 'token' };
    await assert.rejects(startSigningGateway(options), { code: 'PortTaken' });
  });
});

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
