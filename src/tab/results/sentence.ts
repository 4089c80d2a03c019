import type { QuestionJson } from '../../api/contract/content.ts';
import type { Words } from '../words/words.ts';
import type { FigureRow, Figures } from './figures.ts';

/** What the chart of a question says, in sentences. */
export function sentenceOf(question: QuestionJson, figures: Figures, words: Words): string {
  const { answered } = figures;
  if (answered === 0) return words.t('results.sentence.none');
  const people = words.card('results.answered', { count: answered });
  return [people, ...more(question, figures, words)].join(' ');
}

function more(question: QuestionJson, { rows, mean, spread }: Figures, words: Words): readonly string[] {
  switch (question.kind) {
    case 'one-choice':
      return [most(rows, words)];
    case 'several-choices':
      return [words.t('results.sentence.several'), most(rows, words)];
    case 'scale':
      return mean === undefined
        ? []
        : [
            words.t('results.sentence.mean', { mean: words.decimal(mean) }),
            ...(spread === undefined ? [] : [words.t('results.sentence.spread', { spread: words.decimal(spread) })]),
          ];
    case 'rows':
      return rows.filter(({ count }) => count > 0).map((row) => partsSentence(row, words));
    case 'tagged-items':
      return [...extremes(rows, words), words.t('results.sentence.netMeans')];
    case 'free-text':
      return [];
  }
}

function most(rows: readonly FigureRow[], words: Words): string {
  const highest = Math.max(...rows.map(({ count }) => count));
  const top = rows.filter(({ count }) => count === highest);
  return words.t('results.sentence.most', {
    count: top.length,
    labels: listed(
      top.map(({ label }) => words.t('results.sentence.quoted', { label })),
      words,
    ),
    number: words.number(highest),
    percent: words.percent(top[0]?.share ?? 0),
  });
}

/** "“We know what is planned”: 60% yes, 30% partly, 10% no." */
function partsSentence({ label, count, parts }: FigureRow, words: Words): string {
  const shares = parts.map(({ name, count: part }) =>
    words.t('results.sentence.part', { name: name.toLowerCase(), percent: words.percent(part / count) }),
  );
  return words.t('results.sentence.parts', { label, parts: listed(shares, words) });
}

function extremes(rows: readonly FigureRow[], words: Words): readonly string[] {
  const judged = rows.filter(({ count }) => count > 0).toSorted((one, other) => (other.net ?? 0) - (one.net ?? 0));
  const [best] = judged;
  const worst = judged.at(-1);
  if (best === undefined || worst === undefined) return [];
  const values = (row: FigureRow) => ({ label: row.label, net: words.signed(row.net ?? 0) });
  return [
    words.t('results.sentence.highestNet', values(best)),
    ...(best === worst ? [] : [words.t('results.sentence.lowestNet', values(worst))]),
  ];
}

/** In Welsh with commas alone: the word for "and", and the first letter after it, change with what follows. */
function listed(texts: readonly string[], { language }: Words): string {
  return language === 'cy' ? texts.join(', ') : new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(texts);
}
