import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LocalStartError } from '../local-start-error.ts';
import { type HostFile, hostFiles } from './host-files.ts';
import type { HostPerson } from './host-page.ts';

export interface TeamsHostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The address of the tab's first page. */
  readonly tabUrl: string;
  readonly tenantId: string;
  /** Whom one can be; the first one is signed in at first. */
  readonly people: readonly HostPerson[];
  /** A token for the API, as Microsoft Entra gives it to Teams for this person. */
  readonly token: (personId: string) => Promise<string>;
}

export interface TeamsHost {
  /** The page for a browser. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

const tokenPath = '/token/';

/**
 * Serves the page that plays the part of Teams around the tab, on loopback only, and gives it tokens for the people it
 * names. Throws {@link LocalStartError} `PortTaken`.
 */
export async function startTeamsHost(options: TeamsHostOptions): Promise<TeamsHost> {
  const { port, tabUrl, tenantId, people, token } = options;
  const files = await hostFiles({ tabUrl, tenantId, people, tokenUrl: tokenPath });
  const ids = new Set(people.map(({ id }) => id));
  let host = '';
  const server = createServer((request, response) => {
    answer(request, host, files, ids, token).then(
      (file) => send(response, file),
      () => send(response, undefined, 500),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new LocalStartError('PortTaken', `Port ${port} is taken by another program.`);
  });
  const address = server.address();
  host = `127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  return {
    url: `http://${host}/`,
    origin: `http://${host}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Only under its own name, so that no page of the web can have its own name point here and read a token. */
async function answer(
  request: IncomingMessage,
  host: string,
  files: ReadonlyMap<string, HostFile>,
  ids: ReadonlySet<string>,
  token: (personId: string) => Promise<string>,
): Promise<HostFile | undefined> {
  if (request.method !== 'GET' || request.headers.host !== host) return undefined;
  const { pathname } = new URL(request.url ?? '/', `http://${host}`);
  if (!pathname.startsWith(tokenPath)) return files.get(pathname.slice(1));
  const personId = pathname.slice(tokenPath.length);
  return ids.has(personId) ? { contentType: 'text/plain', text: await token(personId) } : undefined;
}

function send(response: ServerResponse, file: HostFile | undefined, missing = 404): void {
  response.writeHead(file === undefined ? missing : 200, {
    'content-type': file?.contentType ?? 'text/plain',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(file?.text ?? 'There is nothing here.');
}
