import type { RunId } from '../../delivery/delivery.ts';
import type { Words } from '../words/words.ts';

/** What a pass over the audience is called. */
export function runTitle(run: RunId, words: Words): string {
  const [kind, number = ''] = run.split('-');
  switch (kind) {
    case 'remind':
      return words.t('progress.run.remind', { number });
    case 'correct':
      return words.t('progress.run.correct');
    case 'results':
      return words.t('progress.run.results');
    case 'recall':
      return words.t('progress.run.recall');
    default:
      return words.t('progress.title');
  }
}
