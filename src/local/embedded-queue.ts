import { createRequire } from 'node:module';

export interface EmbeddedQueue {
  readonly connectionString: string;
  /** Stops it and forgets everything. */
  close(): Promise<void>;
}

/** The parts of Azurite that are used here; the package declares no types. */
interface QueueServer {
  start(): Promise<void>;
  close(): Promise<void>;
  afterClose(): Promise<void>;
  getHttpServerAddress(): string;
}

/**
 * Starts Azurite's queue service in memory, for this machine only. Port 0 takes a free one; throws EADDRINUSE when the
 * port is taken. It writes no file and no log, and its telemetry is never set up.
 */
export async function startEmbeddedQueue({ port }: { readonly port: number }): Promise<EmbeddedQueue> {
  const azurite = loadAzurite();
  const server = azurite.createServer(port);
  try {
    await server.start();
  } catch (error) {
    // Azurite refuses to close what could not listen, but its timers run already.
    await server.afterClose();
    throw error;
  }
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${azurite.account}`,
      `AccountKey=${azurite.key}`,
      `QueueEndpoint=${server.getHttpServerAddress()}/${azurite.account}`,
    ].join(';'),
    close: () => server.close(),
  };
}

/** Azurite takes a second to load, so it is loaded when it is first started. */
function loadAzurite() {
  const require = createRequire(import.meta.url);
  const load = <Module>(file: string) => require(`azurite/dist/src/${file}`) as Module;

  const { default: Configuration } = load<{ default: new (...settings: readonly unknown[]) => object }>(
    'queue/QueueConfiguration.js',
  );
  const { default: Server } = load<{ default: new (configuration: object) => QueueServer }>('queue/QueueServer.js');
  const { AzuriteTelemetryClient } = load<{
    AzuriteTelemetryClient: { init(location: string, enableTelemetry: boolean, environment: unknown): void };
  }>('common/Telemetry.js');
  const { MemoryExtentChunkStore } = load<{ MemoryExtentChunkStore: new () => object }>(
    'common/persistence/MemoryExtentStore.js',
  );
  const account = load<{ EMULATOR_ACCOUNT_NAME: string; EMULATOR_ACCOUNT_KEY: Buffer }>('common/utils/constants.js');

  AzuriteTelemetryClient.init('', false, undefined);
  return {
    account: account.EMULATOR_ACCOUNT_NAME,
    key: account.EMULATOR_ACCOUNT_KEY.toString('base64'),
    createServer: (port: number) =>
      new Server(
        new Configuration(
          ...['127.0.0.1', port, idleSeconds],
          ...['', '', []], // files, unused in memory
          ...[false, undefined, false, undefined], // no access log, no debug log
          ...[false, true], // strict, but any version of the protocol
          ...['', '', '', undefined, true], // no certificate, no OAuth, no host name per account
          ...[true, new MemoryExtentChunkStore()],
        ),
      ),
  };
}

const idleSeconds = 600;
