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
  readonly tabUrl: string;
  readonly chats: readonly LocalChat[];
  readonly botUrl: string;
  readonly cosmosEndpoint: string;
  readonly queueUrl: string;
}

/** What runs where and what to try, in six lines. */
function introduction({ tabUrl, chats, botUrl, cosmosEndpoint, queueUrl }: Addresses): readonly string[] {
  const [lead, staff, ...others] = chats;
  return [
    'CPS Roadmap runs on this machine only, with made-up people and sample data. Ctrl-C stops all of it.',
    `  the tab   ${tabUrl} as any of the five people below: write, send, watch, and see what people said.`,
    `  1 ask     ${chatLine(lead)}: type "broadcast" to ask your people, "results" to see what they said.`,
    `  2 answer  ${chatLine(staff)}: answer what 1 sends. Promise "Named" in it: others need 10 answers.`,
    `  3 others  ${others.map(chatLine).join(' · ')}: type "help".`,
    `  behind    bot ${botUrl} · Cosmos DB (embedded) ${cosmosEndpoint} · queue (Azurite) ${queueUrl}`,
  ];
}

function chatLine(chat: LocalChat | undefined): string {
  if (chat === undefined) return '';
  const { url, role, person } = chat;
  return `${url} (${role}${person.language === 'cy' ? ', in Welsh' : ''})`;
}
