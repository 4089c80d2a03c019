import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '../simulator/random.ts';

/** An HTTP server in front of another, which answers some requests with an error of its own. */
export interface FailingProxy {
  readonly endpoint: string;
  /** How many requests went wrong. */
  readonly failed: number;
  /** Which share of the requests goes wrong from now on. */
  fail(share: number): void;
  close(): Promise<void>;
}

/** Half of what goes wrong is passed on first, so that it is done although the answer says otherwise. */
export async function startFailingProxy(
  target: string,
  statuses: readonly number[],
  random: Random,
): Promise<FailingProxy> {
  let share = 0;
  let failed = 0;

  function refuse(response: ServerResponse): void {
    failed += 1;
    const status = statuses[failed % statuses.length] ?? 503;
    response.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '20' });
    response.end(JSON.stringify({ code: String(status), message: 'not now' }));
  }

  function passOn(incoming: IncomingMessage, response: ServerResponse, isLost: boolean): void {
    const { method, headers, url } = incoming;
    const outgoing = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      if (isLost) {
        answer.resume();
        refuse(response);
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  }

  const server = createServer((incoming, response) => {
    const fails = random() < share;
    // 429 means that nothing was done, so only the other errors are passed on first.
    const isLost = fails && !statuses.includes(429) && random() < 0.5;
    if (fails && !isLost) {
      incoming.resume();
      refuse(response);
      return;
    }
    passOn(incoming, response, isLost);
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get failed() {
      return failed;
    },
    fail: (next) => {
      share = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
