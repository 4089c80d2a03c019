import { parseArgs } from 'node:util';
import { measureCpu } from './delivery/measure-cpu.ts';
import { measureKills } from './delivery/measure-kills.ts';
import { measureNaive } from './delivery/measure-naive.ts';
import { measurePace } from './delivery/measure-pace.ts';
import { measureScale } from './delivery/measure-scale.ts';

/**
 * How fast, how sparing and how reliable the sending of a broadcast is. Name parts to run them only; `--people` makes
 * a quick try of those that count people. Each process that is not measured runs apart from those that are.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '7597' },
    senders: { type: 'string', default: '1,3' },
    planning: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    messages: { type: 'string', default: '1000' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const numbers = (text: string) => text.split(',').map(Number);
const people = Number(values.people);

const parts: Readonly<Record<string, () => Promise<void>>> = {
  pace: async () => {
    for (const senders of numbers(values.senders)) await measurePace({ people, senders, planning: values.planning });
  },
  cpu: () => measureCpu({ rounds: Number(values.rounds), messages: Number(values.messages) }),
  scale: () => measureScale(numbers(values.sizes)),
  kill: () => measureKills({ people, kills: Number(values.kills), seed: Number(values.seed) }),
  naive: () => measureNaive(people),
};

const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
for (const [name, measure] of Object.entries(parts)) {
  if (positionals.length === 0 || positionals.includes(name)) await measure();
}
