import { reasons } from '../../delivery/delivery.ts';
import type { Words } from '../words/words.ts';

/** Why Teams refused a broadcast, in words; undefined where nothing is known of it. */
export function refusalWords(because: string | undefined, words: Words): string | undefined {
  const reason = reasons.find((each) => each === because);
  return reason === undefined ? undefined : words.card(`reasonOne.${reason}`);
}
