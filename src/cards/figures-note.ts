import type { FiguresAt } from '../insight/results.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { hint } from './text-blocks.ts';

/** When the figures last moved and when they move next. */
export function figuresNote({ movedAt, nextAt, final }: FiguresAt, words: Words): readonly CardElement[] {
  const sentences = [
    ...(movedAt === undefined ? [] : [words.t('results.movedAt', { moment: words.moment(movedAt) })]),
    ...(nextAt === undefined ? [] : [words.t('results.nextAt', { moment: words.moment(nextAt) })]),
    ...(final ? [words.t('results.final')] : []),
  ];
  return sentences.length === 0 ? [] : [hint(sentences.join(' '))];
}
