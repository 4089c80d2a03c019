import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';

export interface EmbeddedCosmos {
  readonly endpoint: string;
  readonly key: string;
  /** Stops it and forgets everything. */
  close(): Promise<void>;
}

/**
 * Starts an in-memory server that speaks the protocol of Cosmos DB, for this machine only. Port 0 takes a free one;
 * throws EADDRINUSE when the port is taken. It accepts any key, and it is no measure of speed: its queries read the
 * whole container.
 */
export async function startEmbeddedCosmos({ port }: { readonly port: number }): Promise<EmbeddedCosmos> {
  const server = createHttpServer({ keepAlive: true });
  // Idle connections stay open, because a write that meets a closing one fails and is not repeated by the client.
  server.keepAliveTimeout = 0;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${taken}`,
    key: randomBytes(64).toString('base64'),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
