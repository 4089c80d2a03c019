import type { PrivacyPromise } from '../broadcasts/broadcast.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { group, paragraph, strong } from './text-blocks.ts';

/** What is promised about names, in a box of its own. */
export function promiseNote(privacy: PrivacyPromise, words: Words): CardElement {
  return group(
    [
      strong(words.t(`promise.${privacy}.title`), { spacing: 'None' }),
      paragraph(promiseSentence(privacy, words), { spacing: 'None' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

/** The promise in a sentence. */
export function promiseSentence(privacy: PrivacyPromise, words: Words): string {
  return words.t(`promise.${privacy}.text`, { count: smallestGroup });
}
