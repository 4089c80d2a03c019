import type { Option, Question } from '../broadcasts/question.ts';
import type { QuestionTally } from '../insight/tally.ts';
import type { Words } from './card-texts.ts';

/** What a group answered to one question, in one line, for comparing groups. */
export function questionLine(question: Question, tally: QuestionTally, words: Words): string {
  if (tally.answered === 0) return words.t('results.tooFewHere');
  if (tally.kind === 'free-text') return words.t('results.answered', { count: tally.answered });
  if (tally.kind === 'scale') return words.t('results.mean', { mean: words.decimal(tally.mean ?? 0) });
  const share = (label: string, count: number) =>
    words.t('results.share', { label, share: words.percent(count / tally.answered) });
  const line = (options: readonly Option[], of: (id: string) => string) =>
    options.map(({ id, text }) => words.t('results.share', { label: words.of(text), share: of(id) })).join(' · ');
  if (tally.kind === 'rows' && question.kind === 'rows') {
    return line(question.rows, (id) => share(words.t('answer.yes'), tally.rows[id]?.yes ?? 0));
  }
  if (tally.kind === 'tagged-items' && question.kind === 'tagged-items') {
    return line(question.items, (id) => words.signed(tally.net[id] ?? 0));
  }
  if ('counts' in tally && 'options' in question) {
    return line(question.options, (id) => words.percent((tally.counts[id] ?? 0) / tally.answered));
  }
  return '';
}
