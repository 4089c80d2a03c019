import type { PrivacyPromise } from '../broadcasts/broadcast.ts';

/** Fewer respondents than this are never told apart, neither in scores nor in comments. */
export const smallestGroup = 10;

/** How many people at least are counted together; in a named prompt everybody by themselves. */
export function smallestFor(privacy: PrivacyPromise): number {
  return privacy === 'named' ? 1 : smallestGroup;
}
