import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.ts';

/** The product in the role of a sender, in a process of its own. */
export interface SenderProcess {
  /** What it logged as a warning or worse. */
  readonly complaints: readonly string[];
  /** Sends a signal and resolves, when the process has ended, with how it did. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const warning = 40;
/** A sender starts in half the time when what Node compiled for the one before is kept. */
const compileCache = join(tmpdir(), 'cps-roadmap-test-compile-cache');

/** Starts a sender, and waits until it says so. */
export async function startSender(environment: Readonly<Record<string, string>>): Promise<SenderProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const complaints: string[] = [];
  const started = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { level, msg } = JSON.parse(line);
      if (msg === 'started') resolve();
      if (level >= warning) complaints.push(line);
    });
  });
  const died = ended.then(([code]) => Promise.reject(new Error(`The sender ended with ${code} before it was ready`)));
  await Promise.race([started, died]);
  died.catch(() => {});
  return {
    complaints,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await ended;
      return { code, signal: by };
    },
    signal: (signal) => void child.kill(signal),
  };
}

/** The environment that tells a process of its own what this configuration says. */
export function environmentOf(config: Config): Readonly<Record<string, string>> {
  const { bot, cosmos, queue, timing } = config;
  if (bot.localIssuer === undefined || cosmos.key === undefined || !('connectionString' in queue))
    throw new Error('Only a configuration of a test can be told to a process');
  const timings = { LEASE: timing?.leaseMs, STALLED: timing?.stalledMs, SWEEP: timing?.sweepMs, IDLE: timing?.idleMs };
  return {
    ROLE: 'sender',
    LOG_LEVEL: 'info',
    CONTACT_ADDRESS: config.contactAddress,
    BOT_APP_ID: bot.appId,
    BOT_APP_TYPE: bot.appType,
    BOT_TENANT_ID: bot.tenantId,
    BOT_DEFAULT_SERVICE_URL: bot.defaultServiceUrl,
    BOT_LOCAL_ISSUER: bot.localIssuer.issuer,
    BOT_LOCAL_OPENID_METADATA: bot.localIssuer.openIdMetadataUrl,
    COSMOS_ENDPOINT: cosmos.endpoint,
    COSMOS_KEY: cosmos.key,
    COSMOS_DATABASE: cosmos.database,
    QUEUE_CONNECTION_STRING: queue.connectionString,
    QUEUE_NAME: config.queueName,
    SENDING_HOURS: config.sendingHours,
    TENANT_PER_SECOND: String(config.tenantPerSecond),
    ...Object.fromEntries(
      Object.entries(timings).flatMap(([name, ms]) => (ms === undefined ? [] : [[`DELIVERY_${name}_MS`, String(ms)]])),
    ),
  };
}
