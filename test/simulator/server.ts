import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, refusal } from './refusals.ts';

/** A request, read whole. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentRange: string | undefined;
  /** The body as it came, as text, and as JSON. */
  readonly bytes: Buffer;
  readonly text: string;
  readonly body: unknown;
  readonly bodyLength: number;
}

/** Answers a request, or cuts it off, or leaves it without an answer. */
export type Responder = (received: Received) => Promise<Answer | 'reset' | 'hang'>;

const maxBodyBytes = 4 * 1024 * 1024;
const noQuery = new URLSearchParams();

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(size <= maxBodyBytes ? chunks : [])));
    request.on('error', reject);
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function write(response: ServerResponse, answer: Answer): void {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const type = body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...type, 'content-length': Buffer.byteLength(body), ...answer.headers });
  response.end(body);
}

async function serve(request: IncomingMessage, response: ServerResponse, respond: Responder): Promise<void> {
  const bytes = await readBody(request);
  const text = bytes.toString('utf8');
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const received: Received = {
    method: request.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? noQuery : new URLSearchParams(url.slice(mark + 1)),
    authorization: request.headers.authorization,
    contentRange: request.headers['content-range'],
    bytes,
    text,
    body: parsed(text),
    bodyLength: text.length,
  };
  const ending = await respond(received);
  if (ending === 'reset') request.socket.resetAndDestroy();
  else if (ending !== 'hang') write(response, ending);
}

/** Listens on the loopback address; port 0 takes any free one. */
export async function startServer(port: number, respond: Responder) {
  const server: Server = createServer((request, response) => {
    serve(request, response, respond).catch(() => {
      if (response.headersSent || request.destroyed) response.destroy();
      else write(response, refusal('ServiceError'));
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
