import { pino } from 'pino';
import { startProduct } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { stopOnSignals } from './stop-on-signals.ts';

try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const product = await startProduct(config, log);
  log.info({ role: config.role, port: product.port }, 'started');
  stopOnSignals(process, () => product.stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
