import { once } from 'node:events';
import { createServer } from 'node:net';
import { LocalStartError } from './local-start-error.ts';

export interface WantedPort {
  readonly port: number;
  /** What wants it, for the sentence that says it is taken. */
  readonly what: string;
  /** The setting that changes it. */
  readonly setting: string;
}

/** Throws {@link LocalStartError} `PortTaken`, naming every port that is taken and the setting that changes it. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const taken: string[] = [];
  for (const { port, what, setting } of wanted) {
    if (!(await isFree(port))) {
      taken.push(
        `Port ${port} (${what}) is in use by another program. Stop that program, or set ${setting} to another port.`,
      );
    }
  }
  if (taken.length > 0) throw new LocalStartError('PortTaken', taken.join('\n'));
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const closed = once(server, 'close');
    server.close();
    await closed;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return false;
    throw error;
  }
}
