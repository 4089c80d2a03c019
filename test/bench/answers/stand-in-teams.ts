import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createTokenIssuer, openIdPaths } from '../../../src/local/token-issuer.ts';

/** What a bot needs of Teams while it answers: somebody who vouches for activities, and a connector to call. */
export interface StandInTeams {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly serviceUrl: string;
  /** A new Authorization header for an activity. */
  authorization(): Promise<string>;
  /** The cards that messages became, by the path of the message: the newest, and how many there were. */
  readonly updates: ReadonlyMap<string, number>;
  /** Resolves when so many messages were updated. Throws when nothing more comes for ten seconds. */
  updated(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on loopback. It does as little as it can, to leave the processor to what is measured. */
export async function startStandInTeams(appId: string): Promise<StandInTeams> {
  const issuer = await createTokenIssuer({ appId, issuer: 'https://local.invalid' });
  const updates = new Map<string, number>();
  let origin = '';
  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    const documents: Readonly<Record<string, unknown>> = {
      [openIdPaths.metadata]: issuer.metadata(origin),
      [openIdPaths.keys]: issuer.jwks,
    };
    request.resume().once('end', () => {
      if (method === 'PUT') updates.set(url, (updates.get(url) ?? 0) + 1);
      const body = JSON.stringify(method === 'PUT' ? { id: url.slice(url.lastIndexOf('/') + 1) } : documents[url]);
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(body);
    });
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  const serviceUrl = `${origin}/uk/`;
  return {
    issuer: issuer.issuer,
    openIdMetadataUrl: `${origin}${openIdPaths.metadata}`,
    serviceUrl,
    authorization: async () => `Bearer ${await issuer.token({ serviceurl: serviceUrl, jti: randomUUID() })}`,
    updates,
    updated: async (count) => {
      let [seen, since] = [updates.size, performance.now()];
      while (updates.size < count) {
        await setTimeout(2);
        if (updates.size > seen) [seen, since] = [updates.size, performance.now()];
        if (performance.now() - since > 10_000) throw new Error(`${seen} of ${count} messages were updated`);
      }
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
