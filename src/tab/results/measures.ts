import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson, QuestionTallyJson } from '../../api/contract/results.ts';
import type { BarPart } from '../charts/bar-rows.tsx';
import type { Words } from '../words/words.ts';
import { figuresOf } from './figures.ts';

/** One number by which groups of people can be compared. */
export interface Measure {
  readonly questionId: string;
  /** What within the question; `whole` for the question as a whole. */
  readonly of: string;
  readonly label: string;
}

export interface Measured {
  readonly value: number;
  readonly text: string;
  readonly answered: number;
  /** The bar that shows it, of a length of 1 at most; that of an average begins at 1 and ends at 5. */
  readonly parts: readonly BarPart[];
}

const whole = 'whole';
const scale = { lowest: 1, highest: 5 };

/** By what the answers to a question can be compared: its average, or one of its answers, statements or ideas. */
export function measuresOf(question: QuestionJson, words: Words): readonly Measure[] {
  const measure = (of: string, label: string): Measure => ({ questionId: question.id, of, label });
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return question.options.map(({ id, text }) =>
        measure(id, words.t('results.measure.share', { label: words.of(text) })),
      );
    case 'scale':
      return [measure(whole, words.t('results.measure.mean'))];
    case 'rows':
      return question.rows.map(({ id, text }) =>
        measure(id, words.t('results.measure.yes', { label: words.of(text) })),
      );
    case 'tagged-items':
      return question.items.map(({ id, text }) =>
        measure(id, words.t('results.measure.net', { label: words.of(text) })),
      );
    case 'free-text':
      return [measure(whole, words.t('results.measure.comments'))];
  }
}

/** The number of a group; undefined when nobody answered, or too few to show. */
export function measured(
  question: QuestionJson,
  { of }: Pick<Measure, 'of'>,
  tally: QuestionTallyJson | undefined,
  words: Words,
): Measured | undefined {
  if (tally === undefined || tally.answered === 0) return undefined;
  const figures = figuresOf(question, tally, words);
  if (figures === undefined) return undefined;
  const { answered, mean } = figures;
  if (tally.kind === 'free-text') return { value: answered, text: words.number(answered), answered, parts: [] };
  if (tally.kind === 'scale') {
    if (mean === undefined) return undefined;
    const length = (mean - scale.lowest) / (scale.highest - scale.lowest);
    return { value: mean, text: words.decimal(mean), answered, parts: [{ length, fill: 'solid' }] };
  }
  const row = figures.rows.find(({ id }) => id === of);
  if (row === undefined) return undefined;
  const parts = row.parts.map(({ name, count, fill }) => ({
    length: row.count === 0 ? 0 : count / row.count,
    fill,
    text: words.t('results.part', { name, number: words.number(count) }),
  }));
  if (row.net !== undefined) return { value: row.net, text: words.signed(row.net), answered, parts };
  if (tally.kind === 'rows') {
    const share = parts[0]?.length ?? 0;
    return { value: share, text: words.percent(share), answered, parts };
  }
  return { value: row.share, text: words.percent(row.share), answered, parts: [{ length: row.share, fill: 'solid' }] };
}

/** The measure that says most about a question at a glance: what most people said, or its first one. */
export function headlineOf(
  question: QuestionJson,
  tally: GroupTallyJson | undefined,
  words: Words,
): Measure | undefined {
  const measures = measuresOf(question, words);
  const of = tally?.questions[question.id];
  if (of === undefined || !('counts' in of) || of.kind === 'scale') return measures[0];
  const [most] = Object.entries(of.counts).toSorted(([, one], [, other]) => other - one);
  return measures.find((measure) => measure.of === most?.[0]) ?? measures[0];
}
