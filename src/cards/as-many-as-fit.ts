import type { CardElement } from './adaptive-card.ts';
import { firstThatFit } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { hint } from './text-blocks.ts';

/** What the questions of a card of results may take, in bytes of UTF-16; the rest is for what stands around them. */
const roomForQuestions = 48 * 1024;

/** The first sections that fit into a card, and how many more there are. */
export function asManyAsFit(sections: readonly CardElement[], words: Words): readonly CardElement[] {
  const shown = firstThatFit(sections, roomForQuestions);
  const missing = sections.length - shown.length;
  return missing === 0 ? shown : [...shown, hint(words.t('common.more', { count: missing }))];
}
