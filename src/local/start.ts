import { pino } from 'pino';
import { ConfigError, readLocalConfig } from '../config.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { type LocalChat, startLocalProduct } from './local-product.ts';
import { LocalStartError } from './local-start-error.ts';

try {
  const local = readLocalConfig(process.env);
  const log = pino({ level: local.logLevel }, pino.destination({ dest: 2, sync: true }));
  const product = await startLocalProduct(local, log);
  stopOnSignals(process, product.stop);
  process.stdout.write(`${introduction(product).join('\n')}\n`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof LocalStartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

interface Addresses {
  readonly chats: readonly LocalChat[];
  readonly botUrl: string;
  readonly cosmosEndpoint: string;
  readonly queueUrl: string;
}

/** What runs where and what to try, in five lines. */
function introduction({ chats, botUrl, cosmosEndpoint, queueUrl }: Addresses): readonly string[] {
  const [lead, staff] = chats;
  return [
    'CPS Roadmap is running on this machine only, with made-up people and sample data. Ctrl-C stops all of it.',
    `  Chats   ${chats.map(({ person, url }) => `${url} ${person.name}`).join(' · ')}`,
    `  Try 1   Open ${lead?.url} (${lead?.person.name} leads Wessex) and type: broadcast. Or type: results.`,
    `  Try 2   Answer in ${staff?.url} (${staff?.person.name} works in Wessex), then type results in the lead's chat.`,
    `  Behind  bot ${botUrl} · Cosmos DB (embedded) ${cosmosEndpoint} · queue (Azurite) ${queueUrl}`,
  ];
}
