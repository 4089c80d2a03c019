import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalStartError } from './local-start-error.ts';
import { type PlaygroundUser, playgroundConfig } from './playground-config.ts';
import { type SupervisedProcess, startSupervised } from './supervised-process.ts';

export interface PlaygroundOptions {
  readonly port: number;
  /** Where activities go: the signing gateway, since the Playground signs nothing. */
  readonly botEndpoint: string;
  /** One to six, the current one among them. */
  readonly users: readonly PlaygroundUser[];
  /** The Entra object id of the one whose chat this Playground shows; it shows no other, so each person needs one. */
  readonly currentUser: string;
  readonly tenantId: string;
  /** As in the activities of Teams: `28:` and the app id. */
  readonly botId: string;
  /** Gets the configuration and the log. */
  readonly workDir: string;
}

export interface Playground {
  /** The page for a browser. */
  readonly url: string;
  /** The connector that the bot is told in every activity from this Playground. */
  readonly serviceUrl: string;
  readonly conversationId: string;
  /**
   * Tells the bot that the current user installed it, as opening the page does. What the bot sends while no page is
   * open is shown when the first one opens. Resolves when the Playground has taken the order, not the bot.
   */
  install(): Promise<void>;
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

/**
 * Starts the Microsoft 365 Agents Playground for one person, on loopback only, without telemetry and without a browser.
 * Throws {@link LocalStartError}: `PortTaken`, `ProcessEnded` or `ProcessSlow`; nothing is left running then.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, workDir } = options;
  const url = `http://127.0.0.1:${port}`;
  const serviceUrl = `${url}/_connector`;
  const config = playgroundConfig(options);
  const configFile = join(workDir, `playground-${port}.yml`);
  await mkdir(workDir, { recursive: true });
  await writeFile(configFile, JSON.stringify(config, null, 2));
  const process = run(options, configFile, serviceUrl);
  try {
    await listening(process, port);
    await answering(url);
  } catch (error) {
    await process.stop();
    throw error;
  }
  const conversationId = config.personalChat.id;
  return {
    url,
    serviceUrl,
    conversationId,
    install: () => install(url, conversationId),
    stop: process.stop,
  };
}

function run(options: PlaygroundOptions, configFile: string, serviceUrl: string): SupervisedProcess {
  const { port, botEndpoint, workDir } = options;
  const preload = import.meta.resolve('./playground-preload.ts');
  const cli = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
  return startSupervised({
    file: process.execPath,
    args: [
      ...['--import', preload, cli, 'start', '--disable-telemetry'],
      ...['--channel-id', 'msteams', '--app-endpoint', botEndpoint, '--service-url', serviceUrl, '--port', `${port}`],
    ],
    workDir,
    environment: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(workDir, `playground-${port}.log`),
      // --disable-telemetry leaves the statistics of the telemetry library itself.
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
    },
  });
}

/** On a taken port the Playground goes to a random one, and says so in its first line only. */
async function listening(process: SupervisedProcess, port: number): Promise<void> {
  const [, actual] = await process.line(/^Listening on (\d+)$/, startTimeoutMs);
  if (actual !== String(port)) throw new LocalStartError('PortTaken', `Port ${port} is taken by another program.`);
}

async function answering(url: string): Promise<void> {
  const response = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(startTimeoutMs) });
  await response.body?.cancel();
  if (!response.ok) throw new LocalStartError('ProcessEnded', `The Playground answered ${response.status}.`);
}

async function install(url: string, conversationId: string): Promise<void> {
  const response = await fetch(`${url}/_debug/conversation/${encodeURIComponent(conversationId)}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The Playground refused to install: ${response.status}.`);
}
