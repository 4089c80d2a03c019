import type { Words } from '../words/words.ts';

/** "About 40 seconds left", "About 3 minutes left": no finer than anybody can say. */
export function timeLeft(seconds: number, words: Words): string {
  if (seconds < 60) return words.t('progress.secondsLeft', { count: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return words.t('progress.minutesLeft', { count: Math.ceil(seconds / 60) });
}
