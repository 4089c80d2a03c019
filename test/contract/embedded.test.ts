import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import { startEmbeddedQueue } from '../../src/local/embedded-queue.ts';

const servers = [
  {
    name: 'Cosmos DB',
    async start(port: number) {
      const { endpoint, close } = await startEmbeddedCosmos({ port });
      return { address: new URL(endpoint), close };
    },
  },
  {
    name: 'queue',
    async start(port: number) {
      const { connectionString, close } = await startEmbeddedQueue({ port });
      return { address: new URL(/QueueEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? ''), close };
    },
  },
];

for (const { name, start } of servers) {
  describe(`Embedded ${name}`, function () {
    this.timeout(30_000);

    it('takes a free port, for this machine only, and gives it back', async () => {
      const first = await start(0);
      const port = Number(first.address.port);
      assert.equal(first.address.hostname, '127.0.0.1');
      for (const address of outerAddresses()) assert.equal(await listens(address, port), false);
      await first.close();
      assert.equal(await listens('127.0.0.1', port), false);
      const second = await start(port);
      assert.equal(Number(second.address.port), port);
      await second.close();
    });

    it('says when the port is taken, and leaves who has it alone', async () => {
      const first = await start(0);
      const port = Number(first.address.port);
      await assert.rejects(start(port), { code: 'EADDRINUSE' });
      assert.equal(await listens('127.0.0.1', port), true);
      await first.close();
    });
  });
}

function outerAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}

async function listens(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
