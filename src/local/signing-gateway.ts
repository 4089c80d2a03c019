import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Agent } from 'undici';
import { LocalStartError } from './local-start-error.ts';

export interface SigningGatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The bot's message endpoint. */
  readonly target: string;
  /** The connectors whose activities are signed; the token of one names it. */
  readonly serviceUrls: readonly string[];
  readonly token: (serviceUrl: string) => Promise<string>;
}

export interface SigningGateway {
  /** The endpoint to send activities to; its path is that of the target. */
  readonly url: string;
  close(): Promise<void>;
}

const maximumBytes = 1_000_000;
const headersOfOneHop = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'expect'];

/**
 * Stands between a local client that signs nothing and the bot that accepts only signed activities. Listens on loopback
 * only and signs only JSON (which no web page can post here unasked) from the given connectors, up to 1 MB; whatever
 * authorization the caller sent is replaced. The bot's answer is passed on as it is, and 502 when there is none.
 * Throws {@link LocalStartError} `PortTaken`.
 */
export async function startSigningGateway(options: SigningGatewayOptions): Promise<SigningGateway> {
  const agent = new Agent();
  const path = new URL(options.target).pathname;
  const server = createServer((request, response) => {
    forward(request, response, options, agent).catch((error: unknown) => {
      if (!response.headersSent) refuse(response, error instanceof Refusal ? error.status : 502, reasonOf(error));
      else response.destroy();
    });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new LocalStartError('PortTaken', `Port ${options.port} is taken by another program.`);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await agent.destroy();
    },
  };
}

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  options: SigningGatewayOptions,
  agent: Agent,
): Promise<void> {
  const target = new URL(options.target);
  const { body, serviceUrl } = await signable(request, target, options.serviceUrls);
  const caller = new AbortController();
  response.once('close', () => caller.abort());
  const answer = await agent.request({
    origin: target.origin,
    path: target.pathname,
    method: 'POST',
    headers: { ...endToEnd(request.headers), authorization: `Bearer ${await options.token(serviceUrl)}` },
    body,
    signal: caller.signal,
  });
  response.writeHead(answer.statusCode, endToEnd(answer.headers));
  await pipeline(answer.body, response);
}

/** The body of a request that may be signed, and the connector it comes from. */
async function signable(request: IncomingMessage, target: URL, serviceUrls: readonly string[]) {
  if (request.method !== 'POST') throw new Refusal(405, 'Only POST is passed on.');
  if (request.url !== target.pathname) throw new Refusal(404, `Only ${target.pathname} is passed on.`);
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Refusal(415, 'Only JSON is signed.');
  const body = await bodyOf(request);
  const serviceUrl = serviceUrlOf(body);
  if (serviceUrl === undefined || !serviceUrls.includes(serviceUrl)) {
    throw new Refusal(403, 'The activity comes from no connector that is signed for.');
  }
  return { body, serviceUrl };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw new Refusal(413, `More than ${maximumBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function serviceUrlOf(body: Buffer): string | undefined {
  const activity: unknown = parsed(body);
  if (typeof activity !== 'object' || activity === null || !('serviceUrl' in activity)) return undefined;
  return typeof activity.serviceUrl === 'string' ? activity.serviceUrl : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new Refusal(400, 'Not JSON.');
  }
}

function endToEnd(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || headersOfOneHop.includes(name) ? [] : [[name, value]],
    ),
  );
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: { code: 'GatewayRefused', message } }));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
