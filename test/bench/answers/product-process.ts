import { pino } from 'pino';
import { startProduct } from '../../../src/compose.ts';
import type { Config } from '../../../src/config.ts';
import { answerParent, inputOfParent } from '../child-process.ts';

export interface RunningBot {
  readonly endpoint: string;
}

/** The product as it runs in production, but for what its configuration names. */
const config = inputOfParent<Config>();
const product = await startProduct(config, pino({ level: config.logLevel }));
const bot: RunningBot = { endpoint: `http://127.0.0.1:${product.port}/api/messages` };
answerParent(bot, product.stop);
