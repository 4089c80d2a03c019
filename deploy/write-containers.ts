// Writes containers.json, which the Bicep template reads. Run it after changing src/cosmos/containers.ts:
//   node deploy/write-containers.ts
import { writeFile } from 'node:fs/promises';
import { containerList } from './container-list.ts';

await writeFile(new URL('containers.json', import.meta.url), `${JSON.stringify(containerList(), null, 2)}\n`);
