import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { Counts, QuestionTally } from '../insight/tally.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { type Bar, barChart, type Split, splitChart } from './charts.ts';
import { scaleOptions } from './question-inputs.ts';
import { hint, labelled, paragraph } from './text-blocks.ts';

/**
 * What a group answered to one question, in a chart and in words that say the same; nothing of written answers, and no
 * spread where the tally has none.
 */
export function questionFigures(question: Question, tally: QuestionTally, words: Words): readonly CardElement[] {
  if (tally.kind === 'free-text') return [];
  if (tally.kind === 'rows') {
    return question.kind === 'rows' ? splits(question, question.rows, rowAnswers, tally.rows, words) : [];
  }
  if (tally.kind === 'tagged-items') {
    if (question.kind !== 'tagged-items') return [];
    const net = (id: string) => words.t('results.net', { net: words.signed(tally.net[id] ?? 0) });
    return splits(question, question.items, itemTags, tally.items, words, net);
  }
  const bars = barsOf(optionsOf(question, words), tally.counts, tally.answered, words);
  return [
    ...(tally.kind === 'scale' ? average(tally, words) : []),
    barChart(words.t('results.chart', { question: words.of(question.text) }), bars),
    hint(bars.map(({ label, text }) => words.t('results.share', { label, share: text })).join(' · ')),
  ];
}

function average({ mean, spread }: Extract<QuestionTally, { kind: 'scale' }>, words: Words): readonly CardElement[] {
  if (mean === undefined) return [];
  const said = { mean: words.decimal(mean) };
  const text =
    spread === undefined
      ? words.t('results.mean', said)
      : words.t('results.spread', { ...said, spread: words.decimal(spread) });
  return [paragraph(text, { spacing: 'None' })];
}

function optionsOf(question: Question, words: Words): readonly Option[] {
  if (question.kind === 'scale') return scaleOptions(question, words);
  return question.kind === 'one-choice' || question.kind === 'several-choices' ? question.options : [];
}

function barsOf(options: readonly Option[], counts: Counts, answered: number, words: Words): readonly Bar[] {
  return options.map(({ id, text }) => {
    const count = counts[id] ?? 0;
    const fraction = count / answered;
    const share = words.t('results.countAndShare', { number: words.number(count), percent: words.percent(fraction) });
    return { label: words.of(text), count, fraction, text: share };
  });
}

function splits(
  question: Question,
  options: readonly Option[],
  answers: typeof rowAnswers | typeof itemTags,
  tallies: Readonly<Record<string, Counts>>,
  words: Words,
  net?: (id: string) => string,
): readonly CardElement[] {
  const rows = options.map(({ id, text }): Split & { readonly id: string } => ({
    id,
    label: words.of(text),
    parts: answers.map((answer) => ({ name: words.t(`answer.${answer}`), count: tallies[id]?.[answer] ?? 0 })),
  }));
  return [
    splitChart(words.t('results.chart', { question: words.of(question.text) }), rows),
    ...rows.map((row) => {
      const parts = splitText(row, words);
      const text = net === undefined || isEmpty(row) ? parts : `${parts} · ${net(row.id)}`;
      return labelled(row.label, text, { spacing: 'Small' });
    }),
  ];
}

function isEmpty({ parts }: Split): boolean {
  return parts.every(({ count }) => count === 0);
}

function splitText(row: Split, words: Words): string {
  if (isEmpty(row)) return words.t('results.nobodyHere');
  return row.parts
    .map(({ name, count }) => words.t('results.part', { number: words.number(count), answer: name }))
    .join(' · ');
}
