import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/local/playground.ts';

const ada = { aadObjectId: '10000000-0000-4000-8000-000000000001', name: 'Ada Evans' };
const ben = { aadObjectId: '10000000-0000-4000-8000-000000000002', name: 'Ben Price' };

describe('the Playground', () => {
  let workDir: string;
  let bot: Server;
  let received: Record<string, unknown>[];
  let options: PlaygroundOptions;
  let playground: Playground;

  before(async () => {
    received = [];
    bot = createServer(async (request, response) => {
      const body = await text(request);
      if (body !== '') received.push(JSON.parse(body));
      response.end();
    }).listen(0, '127.0.0.1');
    await once(bot, 'listening');
    workDir = await mkdtemp(join(tmpdir(), 'playground-'));
    options = {
      port: await freePort(),
      botEndpoint: `http://127.0.0.1:${portOf(bot)}/api/messages`,
      users: [ada, ben],
      currentUser: ben.aadObjectId,
      tenantId: '20000000-0000-4000-8000-000000000000',
      botId: '28:30000000-0000-4000-8000-000000000000',
      workDir,
    };
    playground = await startPlayground(options);
  });

  after(async () => {
    await playground.stop();
    bot.closeAllConnections();
    bot.close();
    await rm(workDir, { recursive: true });
  });

  it('installs the bot for its user, and reaches that user by object id', async () => {
    await playground.install();
    while (received.length < 2) await sleep(20);
    const install = received.find(({ type }) => type === 'installationUpdate');
    assert.deepEqual(install?.from, { id: ben.aadObjectId, aadObjectId: ben.aadObjectId });
    assert.equal(install.serviceUrl, playground.serviceUrl);
    assert.equal((await create(ben.aadObjectId)).id, playground.conversationId);
  });

  it('cannot be reached from another machine', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const outer = others.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outer) await assert.rejects(fetch(`http://${address}:${options.port}/`));
    assert.equal((await fetch(playground.url)).status, 200);
  });

  it('gives a page what waited for it only after the settings', async () => {
    await post(`/v3/conversations/${encodeURIComponent(playground.conversationId)}/activities`, {
      type: 'message',
      text: 'waited',
    });
    const page = new WebSocket(`ws://127.0.0.1:${options.port}/_ws_conversation/v1/conversations/stream`);
    const first = once(page, 'message') as Promise<[MessageEvent<string>]>;
    assert.equal(await Promise.race([first, sleep(300, 'nothing yet')]), 'nothing yet');
    await fetch(`${playground.url}/_internal/v1/config`);
    assert.equal(JSON.parse((await first)[0].data).message.text, 'waited');
    page.close();
  });

  it('refuses a port that is taken, and does not go to another', async () => {
    await assert.rejects(startPlayground(options), { code: 'PortTaken' });
  });

  it('refuses a user whom it does not know', async () => {
    await assert.rejects(startPlayground({ ...options, currentUser: 'nobody' }), RangeError);
  });

  async function create(id: string): Promise<Record<string, unknown>> {
    const answer = await post('/v3/conversations', { members: [{ id }] });
    return (await answer.json()) as Record<string, unknown>;
  }

  function post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${playground.serviceUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
