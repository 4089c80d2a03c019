import { parseArgs } from 'node:util';
import { measureTab } from './tab/measure-tab.ts';

/** `npm run bench:tab`: one line of JSON for each figure. */
const { values } = parseArgs({
  options: {
    'warm-ups': { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
  },
});

await measureTab({ warmUps: Number(values['warm-ups']), rounds: Number(values.rounds) });
