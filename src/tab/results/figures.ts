import type { QuestionJson } from '../../api/contract/content.ts';
import type { QuestionTallyJson } from '../../api/contract/results.ts';
import { itemTags, rowAnswers } from '../../broadcasts/question.ts';
import type { Texts } from '../../language/texts.ts';
import type { Fill } from '../charts/fills.ts';
import type { Words } from '../words/words.ts';

/** How many picked one of the answers that a row offers. */
export interface FigurePart {
  readonly name: string;
  readonly count: number;
  readonly fill: Fill;
}

/** One line of the chart and of the table of a question. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  /** Those who picked it, or who said anything about it. */
  readonly count: number;
  /** Of those who answered the question: 0 to 1. */
  readonly share: number;
  /** For statements and ideas: what was said about it. */
  readonly parts: readonly FigurePart[];
  /** For ideas: those who find it only exciting, less those who find it only a problem. */
  readonly net?: number;
}

/** What a group answered to a question, ready to be drawn and told. */
export interface Figures {
  readonly answered: number;
  readonly rows: readonly FigureRow[];
  readonly mean?: number;
  readonly spread?: number;
}

const scaleValues = ['1', '2', '3', '4', '5'] as const;
const rowFills = { yes: 'solid', partly: 'striped', no: 'grey' } as const satisfies Record<string, Fill>;
const tagFills = { exciting: 'solid', both: 'striped', problematic: 'grey' } as const satisfies Record<string, Fill>;
const tagsInOrder = itemTags.toSorted((one, other) => order(one) - order(other));

function order(tag: (typeof itemTags)[number]): number {
  return Object.keys(tagFills).indexOf(tag);
}

/** The figures of a question; undefined where the tally is one of another kind of question. */
export function figuresOf(question: QuestionJson, tally: QuestionTallyJson, words: Words): Figures | undefined {
  const { answered } = tally;
  const share = (count: number) => (answered === 0 ? 0 : count / answered);
  const line = (id: string, label: string, count: number): FigureRow => ({
    id,
    label,
    count,
    share: share(count),
    parts: [],
  });
  switch (tally.kind) {
    case 'one-choice':
    case 'several-choices':
      if (question.kind !== tally.kind) return undefined;
      return {
        answered,
        rows: question.options.map(({ id, text }) => line(id, words.of(text), tally.counts[id] ?? 0)),
      };
    case 'scale': {
      if (question.kind !== 'scale') return undefined;
      const { counts, mean, spread } = tally;
      return {
        answered,
        rows: scaleValues.map((value) => line(value, scaleLabel(question, value, words), counts[value] ?? 0)),
        ...(mean === undefined ? {} : { mean }),
        ...(spread === undefined ? {} : { spread }),
      };
    }
    case 'rows': {
      if (question.kind !== 'rows') return undefined;
      const rows = question.rows.map(({ id, text }): FigureRow => {
        const parts = rowAnswers.map((answer) => ({
          name: words.card(`answer.${answer}`),
          count: tally.rows[id]?.[answer] ?? 0,
          fill: rowFills[answer],
        }));
        return { ...line(id, words.of(text), sumOf(parts)), parts };
      });
      return { answered, rows };
    }
    case 'tagged-items': {
      if (question.kind !== 'tagged-items') return undefined;
      const rows = question.items.map(({ id, text }): FigureRow => {
        const parts = tagsInOrder.map((tag) => ({
          name: words.card(`answer.${tag}`),
          count: tally.items[id]?.[tag] ?? 0,
          fill: tagFills[tag],
        }));
        return { ...line(id, words.of(text), sumOf(parts)), parts, net: tally.net[id] ?? 0 };
      });
      return { answered, rows };
    }
    case 'free-text':
      return { answered, rows: [] };
  }
}

function sumOf(parts: readonly FigurePart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

/** "1 – Not at all", "2", … "5 – Very", as on the card. */
function scaleLabel(scale: { readonly lowest: Texts; readonly highest: Texts }, value: string, words: Words): string {
  const end = { '1': scale.lowest, '5': scale.highest }[value];
  return end === undefined ? value : words.card('prompt.scaleEnd', { value, label: words.of(end) });
}
