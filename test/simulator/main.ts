import { controlRoutes } from './control.ts';
import type { TeamsOptions } from './settings.ts';
import { createTeams } from './teams.ts';

/**
 * The simulator in a process of its own: `node test/simulator/main.ts '<options as JSON>'`. It prints one line of JSON
 * with its addresses and goes on until it is told to stop, or until the process that forked it is gone.
 */
const options: TeamsOptions = JSON.parse(process.argv[2] ?? '{}');
const teams = await createTeams(options, controlRoutes);
const { origin, serviceUrl, issuer, openIdMetadataUrl, botAppId, tenantId } = teams;
const addresses = { origin, serviceUrl, issuer, openIdMetadataUrl, botAppId, tenantId };

async function stop(): Promise<void> {
  await teams.close();
  process.exit(0);
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
process.once('disconnect', stop);
process.stdout.write(`${JSON.stringify(addresses)}\n`);
process.send?.(addresses);
