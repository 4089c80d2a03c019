import type { TextKey, Words } from '../cards/card-texts.ts';
import { promiseSentence } from '../cards/promise-note.ts';
import type { Results } from '../insight/results.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { Cell, Sheet } from './sheet.ts';

/** What the results are of, how many were asked and answered, and what is not in the file. */
export function summarySheet(results: Results, words: Words): Sheet {
  const { prompt, closed, asked, reached, responseRate, figures } = results;
  const state = closed ? 'results.closed' : 'results.open';
  const lines: readonly (readonly [name: TextKey, value: Cell])[] = [
    ['resultsFile.summary.marking', words.t('product.line')],
    ['resultsFile.summary.questions', words.of(prompt.title)],
    ['resultsFile.summary.state', words.t(state, { deadline: words.deadline(prompt.deadline) })],
    [
      'resultsFile.summary.promise',
      `${words.t(`promise.${prompt.privacy}.title`)}. ${promiseSentence(prompt.privacy, words)}`,
    ],
    ['resultsFile.summary.asked', asked],
    ['resultsFile.summary.reached', reached],
    ['resultsFile.summary.respondents', respondents(results, words)],
    ['resultsFile.summary.rate', responseRate && words.percent(responseRate)],
    ['resultsFile.summary.areas', areasSentence(results, words)],
    ['resultsFile.summary.movedAt', figures.movedAt && words.moment(figures.movedAt)],
    ['resultsFile.summary.nextAt', figures.nextAt && words.moment(figures.nextAt)],
    [
      'resultsFile.summary.note',
      prompt.privacy === 'named' ? undefined : words.t('resultsFile.summary.smallGroups', { count: smallestGroup }),
    ],
  ];
  return {
    name: words.t('resultsFile.sheets.summary'),
    columns: [
      { heading: words.t('resultsFile.columns.what'), width: 32 },
      { heading: words.t('resultsFile.columns.figure'), width: 80 },
    ],
    rows: lines.filter(([, value]) => value !== undefined).map(([name, value]) => [words.t(name), value]),
  };
}

/** Whoever does not see every area is not shown the total. */
function respondents({ everyArea, total }: Results, words: Words): Cell {
  if (!everyArea) return undefined;
  return total.shown ? total.tally.respondents : words.t('resultsFile.summary.tooFew');
}

function areasSentence({ areas, areasShown, areasTooSmall }: Results, words: Words): string {
  return words.t('results.areasAsked', {
    count: areas.length,
    shown: words.number(areasShown),
    small: words.number(areasTooSmall),
  });
}
