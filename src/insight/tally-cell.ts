import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import { respondents } from '../responses/response.ts';
import type { Cell } from './cells.ts';
import { pairKey } from './count-keys.ts';
import type { Snapshot } from './snapshot.ts';
import type { Counts, GroupTally, QuestionTally } from './tally.ts';

/** What the people of one cell answered; undefined when no figures are published of it. */
export function tallyCell(snapshot: Snapshot, questions: readonly Question[], cell: Cell): GroupTally | undefined {
  const counted = snapshot.figures[respondents]?.cells[cell]?.[0];
  if (counted === undefined) return undefined;
  return {
    respondents: counted,
    questions: Object.fromEntries(
      questions.map((question) => [question.id, tallyQuestion(question, countsIn(snapshot, question.id, cell))]),
    ),
  };
}

interface CellCounts {
  readonly answered: number;
  readonly of: (key: string) => number;
}

function countsIn({ figures }: Snapshot, questionId: string, cell: Cell): CellCounts {
  const { keys = [], cells = {} } = figures[questionId] ?? {};
  const [answered = 0, ...numbers] = cells[cell] ?? [];
  const byKey = new Map(keys.map((key, index) => [key, numbers[index] ?? 0]));
  return { answered, of: (key) => byKey.get(key) ?? 0 };
}

function tallyQuestion(question: Question, { answered, of }: CellCounts): QuestionTally {
  const { kind } = question;
  switch (kind) {
    case 'one-choice':
    case 'several-choices':
      return { kind, answered, counts: counts(idsOf(question.options), of) };
    case 'scale':
      return { kind, answered, ...scale(counts(['1', '2', '3', '4', '5'], of)) };
    case 'rows':
      return { kind, answered, rows: pairs(question.rows, rowAnswers, of) };
    case 'tagged-items': {
      const items = pairs(question.items, itemTags, of);
      const net = Object.entries(items).map(([item, { exciting = 0, problematic = 0 }]) => [
        item,
        exciting - problematic,
      ]);
      return { kind, answered, items, net: Object.fromEntries(net) };
    }
    case 'free-text':
      return { kind, answered };
  }
}

/** The standard deviation is that of the people counted, not an estimate of others. */
function scale(values: Counts): { counts: Counts; mean?: number; spread?: number } {
  const entries = Object.entries(values).map(([value, people]) => ({ value: Number(value), people }));
  const people = entries.reduce((sum, each) => sum + each.people, 0);
  if (people === 0) return { counts: values };
  const mean = entries.reduce((sum, each) => sum + each.value * each.people, 0) / people;
  const squares = entries.reduce((sum, each) => sum + (each.value - mean) ** 2 * each.people, 0);
  return { counts: values, mean, spread: Math.sqrt(squares / people) };
}

function idsOf(options: readonly Option[]): readonly string[] {
  return options.map(({ id }) => id);
}

function counts(keys: readonly string[], of: CellCounts['of']): Counts {
  return Object.fromEntries(keys.map((key) => [key, of(key)]));
}

function pairs(options: readonly Option[], said: readonly string[], of: CellCounts['of']): Record<string, Counts> {
  return Object.fromEntries(options.map(({ id }) => [id, counts(said, (each) => of(pairKey(id, each)))]));
}
