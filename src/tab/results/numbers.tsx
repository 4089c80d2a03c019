import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { BigNumber, BigNumbers } from '../shell/big-numbers.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';

/** How many were asked, got the questions and answered, and when these figures move. */
export const Numbers = memo(function Numbers({ results }: { readonly results: ResultsJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const { asked, reached, everyArea, total, responseRate } = results;
  const inAll = everyArea ? undefined : words.t('results.numbers.inAllAreas');
  const rate =
    responseRate === undefined ? undefined : words.t('results.numbers.rate', { percent: words.percent(responseRate) });
  return (
    <section className={mergeClasses(look.surface, look.stack)} aria-label={words.t('results.numbers.label')}>
      <BigNumbers>
        <BigNumber name={words.t('results.numbers.asked')} value={words.number(asked)} more={inAll} />
        <BigNumber name={words.t('results.numbers.reached')} value={words.number(reached)} more={inAll} />
        {everyArea ? (
          <BigNumber
            name={words.t('results.numbers.answered')}
            value={total.shown ? words.number(total.tally.respondents) : '–'}
            more={total.shown ? rate : words.t('results.numbers.tooFew')}
          />
        ) : undefined}
      </BigNumbers>
      <p className={mergeClasses(look.text, look.quiet)}>{movement(results, words)}</p>
    </section>
  );
});

/** When the figures last moved, when they move next, and why not with each answer. */
function movement({ figures: { movedAt, nextAt, final }, prompt }: ResultsJson, words: Words): string {
  if (final) return words.t('results.figures.final');
  if (prompt.privacy === 'named') return words.t('results.figures.follow');
  return [
    movedAt === undefined
      ? words.t('results.figures.nothingYet')
      : words.t('results.figures.moved', { moment: words.moment(movedAt) }),
    ...(nextAt === undefined ? [] : [words.t('results.figures.next', { moment: words.moment(nextAt) })]),
    words.t('results.figures.why'),
  ].join(' ');
}
