import { parseArgs } from 'node:util';
import { measureLoad } from './answers/measure-load.ts';
import { measureReads } from './answers/measure-reads.ts';
import { measureSpeed } from './answers/measure-speed.ts';

/** `npm run bench:answers [speed|load|reads]`: one line of JSON for each figure, all parts unless some are named. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'warm-ups': { type: 'string', default: '10' },
    rounds: { type: 'string', default: '25' },
    answers: { type: 'string', default: '400' },
    'at-once': { type: 'string', default: '32' },
    tokens: { type: 'string', default: '1' },
    people: { type: 'string', default: '7597' },
    seconds: { type: 'string', default: '60' },
  },
});

const parts: Readonly<Record<string, () => Promise<void>>> = {
  speed: () =>
    measureSpeed({
      warmUps: Number(values['warm-ups']),
      rounds: Number(values.rounds),
      answers: Number(values.answers),
      atOnce: Number(values['at-once']),
      tokens: Number(values.tokens),
    }),
  load: () => measureLoad({ people: Number(values.people), seconds: Number(values.seconds) }),
  reads: () => measureReads([1_000, 10_000, 100_000]),
};

for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
  const measure = parts[name];
  if (measure === undefined) throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}`);
  await measure();
}
