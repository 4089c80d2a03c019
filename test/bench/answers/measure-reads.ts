import type { Question } from '../../../src/broadcasts/question.ts';
import { countAnswers } from '../../../src/insight/count-answers.ts';
import { readResults } from '../../../src/insight/read-results.ts';
import { listAreas } from '../../../src/people/areas.ts';
import { staffRoles } from '../../../src/people/person.ts';
import type { Answers, AnswerValue } from '../../../src/responses/response.ts';
import { createMemoryDeliveryStore } from '../../fakes/memory-delivery-store.ts';
import type { Operations } from '../../fakes/memory-items.ts';
import { closed, countingWorld, owner, seeded } from '../../insight/counting-world.ts';
import { printFigure, printSentence, tell } from '../delivery/output.ts';

const questions: readonly Question[] = [
  ...Array.from(
    { length: 2 },
    (_, index): Question => ({
      id: `q${index + 1}`,
      kind: 'scale',
      text: { en: `Question ${index + 1}` },
      required: false,
      lowest: { en: 'Bad' },
      highest: { en: 'Good' },
    }),
  ),
  { id: 'q3', kind: 'free-text', text: { en: 'Why?' }, required: false, maxLength: 500 },
];

interface Reads {
  readonly answers: number;
  /** Operations of the stores for one results page. */
  readonly read: number;
  /** What reading every answer in pages of 1,000 takes instead. */
  readonly bare: number;
  /** What came back from the stores, as JSON. */
  readonly snapshotKb: number;
}

/** What one read of a prompt's results takes in operations of the stores, however many have answered. */
export async function measureReads(sizes: readonly number[]): Promise<void> {
  const measured: Reads[] = [];
  for (const answers of sizes) {
    tell(`${answers} answers are counted …`);
    const reads = await readsAt(answers);
    measured.push(reads);
    printFigure('reads', { ...reads });
  }
  const each = measured.map(({ answers, read, bare }) => `${answers}: ${read} (reading every answer: ${bare})`);
  printSentence(`Operations of a results page by number of answers: ${each.join(', ')}.`);
}

async function readsAt(answers: number): Promise<Reads> {
  const world = await countingWorld('confidential', questions);
  const areas = listAreas().all.map(({ slug }) => slug);
  const random = seeded(answers);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  for (let index = 0; index < answers; index += 1) {
    const profile = { area: pick(areas), role: pick(staffRoles), language: pick(['en', 'cy'] as const) };
    const given: Answers = Object.fromEntries(
      questions.flatMap(({ id, kind }): [string, AnswerValue][] => {
        if (kind !== 'free-text') return [[id, { kind: 'scale', value: 1 + Math.floor(random() * 5) }]];
        return random() < 0.2 ? [[id, { kind: 'free-text', text: `Comment ${index}` }]] : [];
      }),
    );
    await world.answer(`respondent-${index}`, profile, given);
  }
  world.now = closed;
  await countAnswers(world.ports, world.prompt, { final: true });
  const deliveries = createMemoryDeliveryStore();
  const counted = [...Object.values(world.stores), deliveries].map(({ operations }) => operations);
  const reached = async () => {
    await deliveries.progress(world.prompt.id, 'send');
    return { asked: answers, reached: answers };
  };
  const before = total(counted);
  await readResults({ ...world.ports, reached }, owner, world.prompt.id);
  const read = total(counted) - before;
  const snapshot = await world.stores.results.snapshots.get(world.prompt.id);
  return {
    answers,
    read,
    bare: await readEverything(world),
    snapshotKb: Math.round(JSON.stringify(snapshot).length / 1_000),
  };
}

async function readEverything({ stores, prompt }: Awaited<ReturnType<typeof countingWorld>>): Promise<number> {
  const before = total([stores.responses.operations]);
  let after: string | undefined;
  do {
    const { next } = await stores.responses.page(prompt.id, 1_000, after);
    after = next;
  } while (after !== undefined);
  return total([stores.responses.operations]) - before;
}

function total(counted: readonly Operations[]): number {
  return counted.reduce((sum, { reads, writes, queries }) => sum + reads + writes + queries, 0);
}
