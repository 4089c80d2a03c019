import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Container, CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { createHttpClient } from '../../src/cosmos/http-client.ts';

type Responder = (request: IncomingMessage, response: ServerResponse, nth: number) => void;
type Act = (container: Container) => Promise<unknown>;

const read: Act = async (container) => (await container.item('one', 'p').read()).resource;
const create: Act = async (container) => (await container.items.create({ id: 'one', pk: 'p', text: 'tŷ' })).resource;

const found: Responder = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' });
  response.end(JSON.stringify({ id: 'one', text: 'tŷ' }));
};
const cut: Responder = (request) => request.socket.resetAndDestroy();
const closed: Responder = (request) => request.socket.destroy();
const silent: Responder = () => {};
const hurried: Responder = (_request, response) => {
  response.writeHead(429, { 'x-ms-retry-after-ms': '1' });
  response.end(JSON.stringify({ message: 'too many requests' }));
};
const absent: Responder = (_request, response) => {
  response.writeHead(404, { 'X-MS-Substatus': '1002' });
  response.end(JSON.stringify({ message: 'not here yet' }));
};
const firstThen =
  (first: Responder, others: Responder): Responder =>
  (request, response, nth) =>
    (nth === 1 ? first : others)(request, response, nth);

const cases: readonly (readonly [name: string, act: Act, responder: Responder])[] = [
  ['a read', read, found],
  ['a create', create, found],
  ['a read whose connection is cut', read, firstThen(cut, found)],
  ['a create whose connection is cut', create, firstThen(cut, found)],
  ['a read whose connection is closed', read, firstThen(closed, found)],
  ['a create whose connection is closed', create, firstThen(closed, found)],
  ['a read that is refused for going too fast', read, firstThen(hurried, found)],
  ['a create that is not answered in time', create, silent],
  ['a read that finds no session', read, absent],
];

describe('the HTTP client of the Cosmos DB SDK', () => {
  for (const [name, act, responder] of cases) {
    it(`ends ${name} as the SDK's own client does`, async () => {
      const [own, ours] = [await run(act, responder), await run(act, responder, createHttpClient())];
      assert.deepEqual(ours, own);
      assert.ok(own.asked.length > 0);
    });
  }

  it('says so when nobody listens, as the own client does', async () => {
    const codes = [undefined, createHttpClient()].map(async (httpClient) => {
      const container = containerAt('http://127.0.0.1:1', httpClient);
      return read(container).then(
        () => undefined,
        ({ code }) => code,
      );
    });
    assert.deepEqual(await Promise.all(codes), ['ECONNREFUSED', 'ECONNREFUSED']);
  });
});

/** What was asked of the server, and how it ended. */
async function run(act: Act, responder: Responder, httpClient?: CosmosClientOptions['httpClient']) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url?.endsWith('/colls/c') === true) {
      response.end(JSON.stringify({ id: 'c', partitionKey: { paths: ['/pk'] } }));
      return;
    }
    asked.push([request.method, request.url, request.headers['content-type'], body].join(' '));
    responder(request, response, asked.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const ending = await act(containerAt(`http://127.0.0.1:${port}`, httpClient)).then(
    (resource) => ({ resource }),
    ({ code, substatus }) => ({ code, substatus }),
  );
  server.close();
  server.closeAllConnections();
  return { asked, ending };
}

function containerAt(endpoint: string, httpClient: CosmosClientOptions['httpClient']): Container {
  const client = new CosmosClient({
    endpoint,
    key: Buffer.from('any').toString('base64'),
    connectionPolicy: { enableEndpointDiscovery: false, requestTimeout: 300 },
    ...(httpClient === undefined ? {} : { httpClient }),
  });
  return client.database('d').container('c');
}
